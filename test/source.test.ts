// Files → articles: every format, every fault, and which files are found.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Article } from '../src/model/article.ts';
import type { Fault } from '../src/model/fault.ts';
import type { Locale } from '../src/model/result.ts';
import { toEvidence } from '../src/model/locate.ts';
import { PackError } from '../src/pack/error.ts';
import { discover, readArticles, readRecord } from '../src/source/index.ts';
import { loadLayouts } from '../src/source/layout.ts';

const fixtures = fileURLToPath(new URL('./fixtures/source', import.meta.url));
const layouts = loadLayouts(fileURLToPath(new URL('../packs/layouts', import.meta.url)));
const dir = mkdtempSync(join(tmpdir(), 'claimlint-source-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function write(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), content);
}

/** `kind level|row,column text` per block. */
function outline(article: Article | undefined): string[] {
  return (article?.blocks ?? []).map(({ kind, level, table, start, end }) => {
    const place = table === null ? (level === 0 ? '' : String(level)) : `${table.row},${table.column}${table.header ? 'h' : ''}`;
    return `${kind}${place} ${article!.text.slice(start, end)}`;
  });
}

async function readFixture(name: string): Promise<{ articles: Article[]; faults: Fault[] }> {
  return readArticles(name, { cwd: fixtures, layouts, locale: 'en' });
}

async function readContent(
  name: string,
  content: string | Buffer,
  locale: Locale = 'en',
): Promise<{ articles: Article[]; faults: Fault[] }> {
  write(name, content);
  return readArticles(name, { cwd: dir, layouts, locale });
}

describe('plain text', () => {
  it('of a crawled page is a main article and its teasers', async () => {
    const { articles, faults } = await readFixture('crawled.txt');
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title, published, teaser }) => ({ id, title, published, teaser }))).toEqual([
      { id: 'crawled.txt', title: '图书馆逾期会罚款吗', published: null, teaser: false },
      { id: 'crawled.txt#1', title: '借书证丢了怎么补', published: '2025-03-19', teaser: true },
      { id: 'crawled.txt#2', title: '自习室几点关门', published: '2025-04-02', teaser: true },
    ]);
    expect(outline(articles[0])).toEqual([
      'title 图书馆逾期会罚款吗',
      'note 本信息整理自互联网公开渠道,仅供参考,请以馆方公告为准。',
      'paragraph 不会',
      'paragraph 关于逾期的处理,分几点说明:',
      'heading2 逾期的后果',
      'heading3 暂停借阅',
      'paragraph 逾期超过30天的,暂停借阅',
      'heading3 信用记录',
      'paragraph 逾期记入信用记录,满两年后消除。',
      'heading2 怎样处理',
      'item1 归还 :还书以后恢复借阅;',
      'item1 续借 :',
      'item2 线上续借一次;',
      'item2 柜台续借两次。',
      'heading2 总结',
      'paragraph 按时归还就没有这些麻烦。',
      'note 提示:本内容不能代替馆方答复。',
    ]);
  });

  it('of a teaser is taken apart where its lines ended', async () => {
    const { articles } = await readFixture('crawled.txt');
    expect(outline(articles[1])).toEqual([
      'title 借书证丢了怎么补',
      'paragraph 可以补办',
      'paragraph 带上身份证到服务台,当场补办。',
      'heading2 费用',
      'paragraph 每张证工本费10元。',
      'heading2 时间',
      'item1 工作日办理 :上午九点起;',
      'item1 周末办理 :下午两点起。',
    ]);
    expect(outline(articles[2])).toEqual([
      'title 自习室几点关门',
      'paragraph 自习室每天22点关门。',
      'heading3 寒暑假',
      'paragraph 寒暑假提前到20点关门。',
      'paragraph 考试周延长到23点。',
    ]);
    expect(toEvidence(articles[1]!, articles[1]!.blocks[4]!)).toEqual({
      file: 'crawled.txt',
      startLine: 36,
      startColumn: 27,
      endLine: 36,
      endColumn: 37,
      quote: '每张证工本费10元。',
    });
  });

  it('of notes is paragraphs and nested items', async () => {
    const { articles } = await readFixture('notes.txt');
    expect(articles).toHaveLength(1);
    expect(outline(articles[0])).toEqual([
      'title 借书须知',
      'item1 每人最多借10本。',
      'item1 借期为30天。',
      'paragraph1 到期前可以续借。',
      'item1 逾期超过1.5个月的,停借。',
      'item2 甲类书:',
      'item3 只能馆内阅读;',
      'item2 乙类书可以外借。',
      'paragraph 其他问题请问服务台。',
    ]);
  });

  it('keeps numbered lines that follow one another as items, and joins a wrapped line', async () => {
    const wrapped = '这一行写得很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长';
    const { articles } = await readContent(
      'list.txt',
      `题\n\n发布时间:2026-01-05 来源:馆方\n1. 身份证\n2. 户口本\n3. 照片\n\n办理时一并带来。\n${wrapped}\n接着写完。\n另起一行。\n1.\n小标题\n正文。\n`,
    );
    expect(articles[0]?.published).toBe('2026-01-05');
    expect(outline(articles[0])).toEqual([
      'title 题',
      'note 发布时间:2026-01-05 来源:馆方',
      'item1 身份证',
      'item1 户口本',
      'item1 照片',
      'paragraph 办理时一并带来。',
      `paragraph ${wrapped}接着写完。`,
      'paragraph 另起一行。',
      'heading3 小标题',
      'paragraph 正文。',
    ]);
  });

  it('reads full-width marks as their narrow forms', async () => {
    const { articles } = await readContent(
      'wide.txt',
      '题\n\n\uff08一\uff09范围\n\n全体读者\uff0c不分年龄。\n\n\u3000\u3000第二段\uff1a没有缩进。\n1\uff0e甲\uff1b\n2\uff0e乙。\n',
    );
    expect(outline(articles[0])).toEqual([
      'title 题',
      'heading3 范围',
      'paragraph 全体读者\uff0c不分年龄。',
      'paragraph 第二段\uff1a没有缩进。',
      'item1 甲\uff1b',
      'item1 乙。',
    ]);
  });

  it('knows the labels above paragraphs: in brackets, behind a bullet, or by themselves once a sentence has ended', async () => {
    const { articles } = await readContent(
      'labels.txt',
      [
        '借书须知',
        '市图书馆',
        '【谁能借】',
        '本市读者都能借书。',
        '怎么还',
        '还到任何一个服务台都可以。',
        '◆ 丢了怎么办',
        '按原价赔偿，或者买一本新的。',
        '要带的东西',
        '身份证',
        '读者证',
        '还有几点',
        '说明如下：',
        '◆ 不要折页',
        '◆ 不要涂写',
      ].join('\n'),
    );
    expect(outline(articles[0])).toEqual([
      'title 借书须知',
      'paragraph 市图书馆',
      'heading2 谁能借',
      'paragraph 本市读者都能借书。',
      'heading2 怎么还',
      'paragraph 还到任何一个服务台都可以。',
      'heading2 丢了怎么办',
      'paragraph 按原价赔偿\uff0c或者买一本新的。',
      'paragraph 要带的东西',
      'paragraph 身份证',
      'paragraph 读者证',
      'paragraph 还有几点',
      'paragraph 说明如下\uff1a',
      'item1 不要折页',
      'item1 不要涂写',
    ]);
  });

  it('takes the first label of an article that is laid out by them, and no bare answer', async () => {
    const body = '谁能借\n本市读者都能借书。\n怎么还\n还到服务台就可以。\n丢了怎么办\n按原价赔偿，或者买一本新的。\n';
    const laidOut = await readContent('laid-out.txt', `借书须知\n市图书馆 小王\n${body}`);
    expect(outline(laidOut.articles[0]).slice(1, 3)).toEqual(['paragraph 市图书馆 小王', 'heading2 谁能借']);
    const answered = await readContent('answered.txt', `能不能续借\n可以\n${body}`);
    expect(outline(answered.articles[0])[1]).toBe('paragraph 可以');
  });

  it('takes one line of 5 MB', async () => {
    const { articles, faults } = await readContent('long.txt', '借期为三十天。'.repeat(250_000));
    expect(faults).toEqual([]);
    expect(articles[0]?.text).toHaveLength(1_750_000);
  });
});

describe('Markdown', () => {
  it('is front matter, headings, nested items, tables and quotations', async () => {
    const { articles, faults } = await readFixture('article.md');
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title, published, teaser }) => ({ id, title, published, teaser }))).toEqual([
      { id: 'article.md', title: '借书规则', published: '2026-04-09', teaser: false },
    ]);
    expect(outline(articles[0])).toEqual([
      'title 借书规则',
      'context 海滨市',
      'context 借书',
      'context 期限',
      'heading1 总则',
      'paragraph 每人最多借10本,借期为30天。详见公告。',
      'paragraph 引文算一段—也算。',
      'heading2 期限',
      'item1 普通书:',
      'item2 30天;',
      'item2 可以续借*一次。',
      'paragraph1 续借须在到期之前。',
      'item1 期刊7天。',
      'cell0,0h 书',
      'cell0,1h 押金',
      'cell1,0 珍本',
      'cell1,1 500元',
      'heading2 补充规定',
      'paragraph 换证不收费。',
    ]);
    const quote = articles[0]!.blocks[5]!;
    expect(toEvidence(articles[0]!, quote).quote).toBe('每人**最多**借10本,\n借期为30天。详见[公告](https://example.org/x)。');
  });

  it('without front matter has its title from the first heading, the first line or the name of the file', async () => {
    const heading = await readContent('one.md', '# 借书\n\n三十天。\n');
    expect([heading.articles[0]?.title, ...outline(heading.articles[0])]).toEqual(['借书', 'title 借书', 'paragraph 三十天。']);
    const line = await readContent('two.md', '还书\n\n三十天。\n');
    expect([line.articles[0]?.title, ...outline(line.articles[0])]).toEqual(['还书', 'title 还书', 'paragraph 三十天。']);
    const name = await readContent('sub/three.zh.md', '三十天。\n\n不续借。\n');
    expect([name.articles[0]?.title, ...outline(name.articles[0])]).toEqual(['three.zh', 'paragraph 三十天。', 'paragraph 不续借。']);
  });

  it.each([
    ['an error', '---\ntitle: 借书\nregion: [海滨\n---\n\n三十天。\n', 3],
    ['no mapping', '---\n借书\n---\n\n三十天。\n', 2],
    ['no end', '---\ntitle: 借书\n\n三十天。\n', 1],
    ['a key twice', '---\ntitle: 借书\ntitle: 还书\n---\n\n三十天。\n', 3],
  ])('with %s in its front matter is read, and that is reported', async (_, content, line) => {
    const { articles, faults } = await readContent('front.md', content);
    expect(faults.map((fault) => ({ code: fault.code, line: fault.line }))).toEqual([{ code: 'front-matter', line }]);
    expect(outline(articles[0]).at(-1)).toBe('paragraph 三十天。');
  });

  it('reports HTML that it passes over, and nesting that it does not parse', async () => {
    const html = await readContent('html.md', '# 题\n\n正文。\n\n<table><tr><td>三十天</td></tr></table>\n\n<!-- 注释 -->\n');
    expect(html.faults.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'not-analysed', line: 5 }]);
    const deep = await readContent('deep.md', `# 题\n\n${'>'.repeat(5000)} 字\n`);
    expect(deep.faults.map(({ code }) => code)).toEqual(['not-analysed']);
    const heap = await readContent('heap.md', `# 题\n\n${'[a]('.repeat(5000)}\n`);
    expect(heap.faults.map(({ code }) => code)).toEqual(['not-analysed']);
  });
});

describe('HTML', () => {
  it('is the article without the furniture of its page', async () => {
    const { articles, faults } = await readFixture('page.html');
    expect(faults).toEqual([]);
    expect(articles.map(({ id, title, published, teaser }) => ({ id, title, published, teaser }))).toEqual([
      { id: 'page.html', title: '借阅办法', published: '2026-04-09', teaser: false },
    ]);
    expect(outline(articles[0])).toEqual([
      'title 借阅办法',
      'context 借阅办法_海滨市图书馆',
      'context 首页 > 服务 > 借阅',
      'note 发布日期:2026年4月9日 来源:办公室',
      'paragraph 每人最多借10本\u00a0书,借期为30天。',
      'heading5 能不能续借?',
      'paragraph 可以,一次。',
      'paragraph 到期之前办理。',
      'item1 普通书:',
      'item2 30天;',
      'item1 期刊7天。',
      'caption-1,-1 押金',
      'cell0,0h 类别',
      'cell0,1h 押金',
      'cell0,2h 押金',
      'cell1,0h 类别',
      'cell1,1h 成人',
      'cell1,2h 儿童',
      'cell2,0 珍本',
      'cell2,1 500元',
      'cell2,2 300元',
      'cell3,0 善本',
      'cell3,1 500元',
      'cell3,2 400元',
      'paragraph 解释权归本馆。',
    ]);
    const [paragraph] = articles[0]!.blocks.filter(({ kind }) => kind === 'paragraph');
    expect(toEvidence(articles[0]!, paragraph!)).toMatchObject({
      startLine: 9,
      startColumn: 4,
      endLine: 10,
      quote: '每人最多借<b>10</b>本&nbsp;书,借期\n   为30天。',
    });
  });

  it.each([
    ['<meta name="PubDate" content="2026-03-02 10:00">', ''],
    ['', '<time datetime="2026-03-02">三月</time>'],
    ['', '<div class="info"><span class="date">2026/3/2</span></div>'],
    ['', '<p>来源:馆方 更新时间:2026.3.2</p>'],
  ])('has its date from %s%s', async (head, body) => {
    const { articles } = await readContent(
      'date.html',
      `<html><head>${head}</head><body><h1>题</h1>${body}<p>借期三十天。</p></body></html>`,
    );
    expect(articles[0]?.published).toBe('2026-03-02');
  });

  it('keeps what a careless name would drop, and reads a table that only frames the page', async () => {
    const { articles } = await readContent(
      'frame.html',
      '<body class="nav"><table><tr><td><div class="top"><h2>题</h2><p>借期三十天,可以续借一次。</p></div></td><td class="x">还书不收费。</td></tr></table></body>',
    );
    expect(outline(articles[0])).toEqual(['heading2 题', 'paragraph 借期三十天,可以续借一次。', 'paragraph 还书不收费。']);
  });

  it.each([
    ['nothing', '<html><head><title>题</title></head><body></body></html>'],
    ['links only', '<h1>题</h1><nav>首页</nav><p><a href="a">还书</a> <a href="b">借书</a></p><script>"三十天。"</script>'],
    ['frames', '<frameset><frame src="a"></frameset>'],
  ])('with %s has no body', async (_, html) => {
    const { articles, faults } = await readContent('none.html', html);
    expect(articles).toEqual([]);
    expect(faults.map(({ code }) => code)).toEqual(['no-body']);
  });

  it('is not parsed where its nesting would cost too much', async () => {
    for (const html of ['<div>'.repeat(5000), '<b><p>'.repeat(3000)]) {
      const { articles, faults } = await readContent('deep.html', `<h1>题</h1>${html}字。`);
      expect(articles).toEqual([]);
      expect(faults.map(({ code }) => code)).toEqual(['not-analysed']);
    }
  });
});

describe('TypeScript', () => {
  it('gives the articles of a content module and says what is no literal', async () => {
    const { articles, faults } = await readFixture('module.ts');
    expect(faults.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'not-analysed', line: 19 }]);
    expect(articles.map(({ id, title, published }) => ({ id, title, published }))).toEqual([
      { id: 'module.ts', title: '借书指南', published: '2026-04-09' },
      { id: 'module.ts#1', title: '还书指南', published: null },
    ]);
    expect(outline(articles[0])).toEqual([
      'title 借书指南',
      'context 海滨市',
      'context 借书',
      'heading2 期限',
      'paragraph 每人最多借10本,珍本除外。',
      'item1 普通书30天;',
      'item1 期刊7天。',
      'heading3 能不能续借?',
      'paragraph 可以,续借一次。',
    ]);
    expect(outline(articles[1])).toEqual(['title 还书指南', 'paragraph 还书不收费。', 'paragraph 逾期停借30天。']);
    expect(toEvidence(articles[0]!, articles[0]!.blocks[0]!)).toMatchObject({ startLine: 6, startColumn: 13, quote: '借\\u4e66指南' });
  });

  it('gives one article for a table of strings', async () => {
    const { articles, faults } = await readFixture('strings.js');
    expect(faults.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'not-analysed', line: 7 }]);
    expect(articles.map(({ id, title }) => ({ id, title }))).toEqual([{ id: 'strings.js', title: '页面文案' }]);
    expect(outline(articles[0])).toEqual([
      'context 页面文案',
      'paragraph 首页',
      'paragraph 逾期\n停借。',
      'heading2 借书要钱吗?',
      'paragraph 借书不要钱。',
    ]);
  });

  it('gives nothing for code without Chinese strings, and nothing runs', async () => {
    for (const code of [
      'export const a = { title: "Books" };',
      '// 注释\nexport const a = 1;',
      'throw new Error("x"); // 字',
      'const = = {',
    ]) {
      expect(await readContent('code.ts', code)).toEqual({ articles: [], faults: [], directives: [] });
    }
  });

  it('is not parsed where its nesting is too deep', async () => {
    const { articles, faults } = await readContent('deep.ts', `export const a = ${'['.repeat(30_000)}"字"`);
    expect(articles).toEqual([]);
    expect(faults.map(({ code }) => code)).toEqual(['not-analysed']);
  });
});

describe('files that cannot be read', () => {
  const whole = Buffer.from('借书\n借期三十天借期三十天\n');
  const BROKEN = Buffer.concat([whole.subarray(0, 22), whole.subarray(24)]);
  const cases: [string, string | Buffer, string, number | null][] = [
    ['binary.txt', Buffer.from([0x50, 0x4b, 0, 1, 2]), 'binary', null],
    ['empty.txt', '', 'empty', null],
    ['blank.md', Buffer.from('\ufeff \n\t\n'), 'empty', null],
    // Bytes of UTF-8 are missing; as GB18030 what is left would decode into other characters.
    ['broken.txt', BROKEN, 'encoding', 2],
    ['neither.txt', Buffer.from([0x61, 0x0a, 0x62, 0xff, 0xff, 0x63]), 'encoding', 2],
    ['utf16.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), 'encoding', null],
    ['large.txt', Buffer.alloc(20_000_001, 'a'), 'too-large', null],
  ];

  it.each(cases)('%s', async (name, content, code, line) => {
    const { articles, faults } = await readContent(name, content);
    expect(articles).toEqual([]);
    expect(faults.map((fault) => ({ code: fault.code, file: fault.file, line: fault.line }))).toEqual([{ code, file: name, line }]);
  });

  it('say which byte', async () => {
    const { faults } = await readContent('byte.txt', BROKEN);
    expect(faults[0]?.message).toMatch(/^damaged UTF-8: .* byte 22 /);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(BROKEN)).toHaveLength(19);
  });

  it('are told of in the language asked for', async () => {
    const zh = await readContent('empty.txt', '', 'zh');
    expect(zh.faults[0]?.message).toMatch(/^\p{Script=Han}/u);
    const en = await readContent('empty.txt', '', 'en');
    expect(en.faults[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('may be missing or a folder', async () => {
    mkdirSync(join(dir, 'folder.md'), { recursive: true });
    for (const path of ['nowhere.md', 'folder.md']) {
      const { articles, faults } = await readArticles(path, { cwd: dir, layouts, locale: 'en' });
      expect(articles).toEqual([]);
      expect(faults.map(({ code }) => code)).toEqual(['unreadable']);
    }
  });

  it('may say U+FFFD themselves', async () => {
    const { articles, faults } = await readContent('fffd.txt', '题\n\n借\ufffd书。\n');
    expect(faults).toEqual([]);
    expect(articles[0]?.text).toBe('题\n借\ufffd书。');
  });
});

describe('discover', () => {
  const root = join(dir, 'corpus');
  for (const name of [
    'b.md',
    'a.txt',
    'B.html',
    'x.d.ts',
    'x.ts',
    'y.mjs',
    'z.png',
    '.hidden/a.md',
    '.h.md',
    'node_modules/m/a.md',
    'sub/c.markdown',
    'sub/deep/d.htm',
    'drafts/e.md',
    'tmp/f.md',
  ])
    write(`corpus/${name}`, '题\n');
  write('corpus/.gitignore', 'tmp/\n*.mjs\n');
  write('outside.md', '题\n');

  it('gives the articles of a folder in the order of code units', async () => {
    expect(await discover(['.'], { cwd: root, exclude: [] })).toEqual({
      files: ['B.html', 'a.txt', 'b.md', 'drafts/e.md', 'sub/c.markdown', 'sub/deep/d.htm', 'x.ts'],
      skipped: [
        { reason: 'format', count: 2, files: ['x.d.ts', 'z.png'] },
        { reason: 'ignored', count: 2, files: ['tmp/', 'y.mjs'] },
      ],
      faults: [],
    });
  });

  it('leaves out what is excluded, and shows paths above', async () => {
    expect(await discover(['.', '../outside.md', 'b.md'], { cwd: root, exclude: ['drafts/', '*.htm'] })).toEqual({
      files: ['../outside.md', 'B.html', 'a.txt', 'b.md', 'sub/c.markdown', 'x.ts'],
      skipped: [
        { reason: 'format', count: 2, files: ['x.d.ts', 'z.png'] },
        { reason: 'excluded', count: 2, files: ['drafts/', 'sub/deep/d.htm'] },
        { reason: 'ignored', count: 2, files: ['tmp/', 'y.mjs'] },
      ],
      faults: [],
    });
    expect((await discover([root], { cwd: join(root, 'sub'), exclude: [] })).files).toContain('../a.txt');
  });

  it('expands globs', async () => {
    expect(await discover(['**/*.{md,markdown}'], { cwd: root, exclude: [] })).toEqual({
      files: ['b.md', 'drafts/e.md', 'sub/c.markdown'],
      skipped: [{ reason: 'ignored', count: 1, files: ['tmp/f.md'] }],
      faults: [],
    });
  });

  it('reads a file that is named, whatever its name and whatever git ignores', async () => {
    expect((await discover(['z.png', 'tmp/f.md', 'z.png'], { cwd: root, exclude: [] })).files).toEqual(['tmp/f.md', 'z.png']);
  });

  it('does not follow links', async () => {
    const linked = join(dir, 'linked');
    mkdirSync(linked, { recursive: true });
    symlinkSync(root, join(linked, 'loop'), 'dir');
    symlinkSync(join(dir, 'outside.md'), join(linked, 'link.md'));
    expect((await discover([linked, 'linked/**/*.md'], { cwd: dir, exclude: [] })).files).toEqual([]);
  });

  it('says what is not there', async () => {
    const { files, faults } = await discover(['gone.md', 'no/*.md', `${'*a'.repeat(20)}.md`], { cwd: root, exclude: [], locale: 'en' });
    expect(files).toEqual([]);
    expect(faults.map(({ code, file }) => ({ code, file }))).toEqual([
      { code: 'unreadable', file: 'gone.md' },
      { code: 'unreadable', file: 'no/*.md' },
      { code: 'unreadable', file: `${'*a'.repeat(20)}.md` },
    ]);
    expect(new Set(faults.map(({ message }) => message)).size).toBe(3);
  });
});

describe('records', () => {
  it('are lines below their title', () => {
    const article = readRecord(
      { id: 'r1', file: 'stdin', title: '借书', text: '一、期限\n三十天。\n- 可以续借。', region: '海滨市', published: '2026-01-05' },
      layouts,
    );
    expect([article.id, article.published, article.file.text]).toEqual(['r1', '2026-01-05', '借书\n一、期限\n三十天。\n- 可以续借。']);
    expect(outline(article)).toEqual(['title 借书', 'context 海滨市', 'heading2 期限', 'paragraph 三十天。', 'item1 可以续借。']);
    expect(toEvidence(article, article.blocks[4]!)).toEqual({
      file: 'stdin',
      startLine: 4,
      startColumn: 3,
      endLine: 4,
      endColumn: 8,
      quote: '可以续借。',
    });
  });
});

describe('layouts', () => {
  it('are all there', () => {
    expect(layouts.map(({ form }) => form)).toEqual(['crawled', 'fields', 'lines', 'page']);
  });

  it('name the place of what is wrong', () => {
    const folder = join(dir, 'layouts');
    write('layouts/lines.yaml', 'form: lines\nmarkers: []\nbullets: [ab]\ndates: []\ndateLabels: []\n');
    let caught: unknown;
    try {
      loadLayouts(folder);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(PackError);
    expect(caught).toMatchObject({ line: 3, column: 11 });
    expect((caught as PackError).file.endsWith('layouts/lines.yaml')).toBe(true);
    expect(() => loadLayouts(join(dir, 'nowhere'))).toThrow(PackError);
  });

  it('hold the words: without them a page is plain text', async () => {
    const { articles } = await readArticles('crawled.txt', { cwd: fixtures, layouts: [], locale: 'en' });
    expect(articles).toHaveLength(1);
    expect(articles[0]?.text).toBe(
      readFileSync(join(fixtures, 'crawled.txt'), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n'),
    );
  });
});
