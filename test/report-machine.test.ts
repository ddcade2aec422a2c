// Formats for machines: valid by their own schemas, complete up to what the hosts take, and nothing in a text breaks out.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AuditResult, ReportedClaim } from '../src/model/result.ts';
import { KINDS } from '../src/model/finding.ts';
import { reporters } from '../src/report/index.ts';
import { oneLine } from '../src/report/plain.ts';
import { renderTerminal } from '../src/report/terminal.ts';
import {
  DECIDED,
  articleOf,
  claimOf,
  EMPTY,
  findingOf,
  HOSTILE,
  largeResult,
  ORDINARY,
  resultOf,
  resultWithText,
  sideOf,
} from './fixtures/report/results.ts';

const LOCALES = ['zh', 'en'] as const;
const ALL = { EMPTY, ORDINARY, hostile: resultWithText(HOSTILE) } as const;

const twoLines = (claim: ReportedClaim): ReportedClaim => ({ ...claim, evidence: { ...claim.evidence, endLine: 8, endColumn: 4 } });

/** A dispute that the register settles, one with three sides, a note; the second is waived. */
const SETTLED = resultOf({
  articles: [articleOf('a.md', '文章')],
  claims: [
    claimOf({ id: 'right', file: 'docs/right.md', line: 3 }),
    twoLines(claimOf({ id: 'wrong', file: 'docs/wrong [1].md', line: 7, quote: '第一行\r\n第二行' })),
    claimOf({ id: 'third', file: 'docs/third.md', line: 9 }),
  ],
  findings: [
    findingOf('f1', 'floating-date', 'info', '目前', [sideOf('目前', ['third'])]),
    findingOf('f2', 'contradiction', 'error', '主题', [sideOf('对', ['right', 'third'], 9), sideOf('错 [x](1)', ['wrong'])], {
      standing: { side: 0, reasons: [] },
    }),
    findingOf('f2', 'contradiction', 'error', '主题', [sideOf('对', ['right']), sideOf('错', ['wrong'])], { status: 'waived' }),
    findingOf('f3', 'gap', 'warning', '没有位置', [sideOf('x', [])]),
  ],
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet?: { readonly text: string };
}
interface Location {
  readonly id?: number;
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  readonly message?: { readonly text: string };
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly Location[];
    readonly relatedLocations?: readonly Location[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly baselineState?: string;
    readonly suppressions?: readonly object[];
  }[];
}

describe('sarif', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(new URL('fixtures/sarif/sarif-2.1.0.json', import.meta.url), 'utf8')) as object);
  const runOf = (result: AuditResult, locale: 'zh' | 'en' = 'zh'): Run => {
    const document = JSON.parse(reporters.sarif.render(result, { locale })) as { runs: [Run] };
    expect(validate(document) ? [] : validate.errors).toEqual([]);
    return document.runs[0];
  };

  it('is what the schema asks for, and the schema can say no', () => {
    for (const locale of LOCALES) {
      expect(runOf(EMPTY, locale).results).toHaveLength(0);
      expect(runOf(ORDINARY, locale).results).toHaveLength(3);
      expect(runOf(resultWithText(HOSTILE), locale).results).toHaveLength(HOSTILE.length);
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false);
  });

  it('a result has one line to stand on, and all other places beside it', () => {
    const [error, waived, note] = runOf(SETTLED).results;
    expect([error, waived, note].map((result) => result!.level)).toEqual(['error', 'error', 'note']);
    expect(error!.locations.map(({ physicalLocation }) => physicalLocation)).toEqual([
      {
        artifactLocation: { uri: 'docs/wrong%20%5B1%5D.md' },
        region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 4, snippet: { text: '第一行' } },
      },
    ]);
    expect(
      error!.relatedLocations!.map(({ id, physicalLocation, message }) => [id, physicalLocation.artifactLocation.uri, message!.text]),
    ).toEqual([
      [1, 'docs/right.md', '说法 A：对'],
      [2, 'docs/third.md', '说法 A：对'],
    ]);
    // Links lead to related places; brackets of a text are none.
    expect(error!.message.text.split('\n')).toEqual([
      '关于主题的说法需要核对',
      '说法 A：对 · [docs/right.md:3](1) · 9 处',
      '说法 B：错 \\[x\\](1) · docs/wrong \\[1\\].md:7',
      '建议：对照现行文件确认哪一种说法正确，再统一各处；如果各有适用范围，请写明范围。',
    ]);
    expect(note!.relatedLocations).toBeUndefined();
  });

  it('fingerprints differ, and do not know of lines', () => {
    const hashes = runOf(SETTLED).results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
    expect(hashes).toEqual(['f2:1', 'f2-2:1', 'f1:1']);
    const moved = {
      ...SETTLED,
      claims: SETTLED.claims.map((claim) => ({ ...claim, evidence: { ...claim.evidence, startLine: 90, endLine: 91 } })),
    };
    expect(runOf(moved).results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'])).toEqual(hashes);
  });

  it('what is known or waived is marked, not dropped; what has no place is told', () => {
    const run = runOf(SETTLED, 'en');
    expect(run.results.map(({ baselineState, suppressions }) => [baselineState, suppressions])).toEqual([
      [undefined, []],
      [undefined, [{ kind: 'external' }]],
      [undefined, []],
    ]);
    const waiver = {
      kind: 'external',
      justification: 'false alarm: 两地规定不同 (王)',
      location: { physicalLocation: { artifactLocation: { uri: 'claims/waivers.yaml' }, region: { startLine: 3 } } },
    };
    expect(runOf(DECIDED, 'en').results.map(({ baselineState, suppressions }) => [baselineState, suppressions])).toEqual([
      ['new', [waiver]],
      ['unchanged', []],
      ['new', []],
    ]);
    expect(runOf({ ...ORDINARY, baseline: DECIDED.baseline }).results.map(({ baselineState }) => baselineState)).toEqual([
      'new',
      'new',
      'new',
    ]);
    expect(run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '1 of 4 findings are left out here, see the full report',
    ]);
    expect(runOf(largeResult(2)).results.map(({ baselineState }) => baselineState)).toEqual([undefined, undefined]);
  });

  it('each rule is at its index', () => {
    const run = runOf(ORDINARY);
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual([...KINDS]);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  });

  it('keeps to what GitHub keeps: the 5000 gravest results, 100 places of each', () => {
    const large = largeResult(5100);
    const findings = large.findings.map((finding, index) => ({
      ...finding,
      severity: index < 200 ? ('info' as const) : ('error' as const),
    }));
    const run = runOf({ ...large, findings });
    expect(run.results).toHaveLength(5000);
    expect(run.results.filter(({ level }) => level === 'note')).toHaveLength(100);
    expect(run.results.at(-1)!.level).toBe('note');
    expect(run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '共 5100 项发现，本文件略去 100 项，见完整报告',
    ]);
    const many = largeResult(150).claims;
    const wide = resultOf({
      claims: many,
      findings: [
        findingOf('f', 'contradiction', 'error', '主题', [
          sideOf(
            '甲',
            many.slice(0, 150).map(({ id }) => id),
          ),
          sideOf('乙', [many[299]!.id]),
        ]),
      ],
    });
    const [result] = runOf(wide).results;
    expect([result!.locations.length, result!.relatedLocations!.length]).toEqual([1, 99]);
    expect(result!.message.text).toContain('[docs/a.md:150](1)');
  });
});

describe('github', () => {
  interface Command {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
    readonly data: string;
  }

  /** Commands as the runner reads them: every line that begins with `::`. */
  function commandsOf(text: string): Command[] {
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith('::'));
    const decode = (value: string): string => decodeURIComponent(value.replace(/%(?!0D|0A|25|3A|2C)/g, '%25'));
    return lines.map((line) => {
      const [, name, properties, data] = /^::([a-z]+)(?: ([^]*?))?::([^]*)$/.exec(line)!;
      const pairs = (properties ?? '').split(',').filter((pair) => pair !== '');
      return {
        name: name!,
        properties: Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))])),
        data: decode(data!),
      };
    });
  }
  const commands = (result: AuditResult): Command[] => {
    const text = reporters.github.render(result, { locale: 'zh' });
    const read = commandsOf(text);
    expect(read).toHaveLength(text.split('\n').length - 1);
    return read;
  };

  it('an annotation stands at the place that has to change, with its sides', () => {
    const [error, notice] = commands(SETTLED);
    expect(error).toEqual({
      name: 'error',
      properties: { file: 'docs/wrong [1].md', line: '7', endLine: '8', title: '前后矛盾：主题' },
      data: '关于主题的说法需要核对\n说法 A：对 · docs/right.md:3 · 9 处\n说法 B：错 [x](1) · docs/wrong [1].md:7\n建议：对照现行文件确认哪一种说法正确，再统一各处；如果各有适用范围，请写明范围。',
    });
    expect(notice!.name).toBe('notice');
    expect(commands(SETTLED)).toHaveLength(2);
    expect(commands(ORDINARY).map(({ name }) => name)).toEqual(['error', 'warning', 'warning']);
    expect(reporters.github.render(EMPTY, { locale: 'zh' })).toBe('');
  });

  it('of each severity ten lines at the most, the last of which counts the rest', () => {
    const result = largeResult(30);
    const severities = (index: number) => (index < 10 ? 'error' : index < 21 ? 'warning' : 'info') as 'error' | 'warning' | 'info';
    const read = commands({ ...result, findings: result.findings.map((finding, index) => ({ ...finding, severity: severities(index) })) });
    expect(read.map(({ name }) => name)).toEqual([
      ...Array<string>(10).fill('error'),
      ...Array<string>(10).fill('warning'),
      ...Array<string>(9).fill('notice'),
    ]);
    expect(read[19]).toEqual({ name: 'warning', properties: {}, data: '另有 2 项，见完整报告。' });
  });

  it('no text ends its command or begins another', () => {
    const texts = [...HOSTILE, 'a::error::b', '::set-output name=x::y', '%0A::error::x', 'a,line=9', 'a\n::stop-commands::x', '##[error]x'];
    for (const text of texts) {
      const [command] = commands(resultWithText([text]));
      expect(Object.keys(command!.properties)).toEqual(
        ['file', 'line', 'endLine', 'col', 'endColumn', 'title'].filter((name) => name in command!.properties),
      );
      expect(command!.properties['file']).toBe(text);
      expect(command!.properties['title']).toBe(`未说明的例外：${oneLine(text)}`);
    }
  });

  it('the summary on a terminal holds no command either', () => {
    const texts = ['::error::x', '##[group]x', '  ::add-mask::x'];
    const findings = texts.map((text) => findingOf(text, 'gap', 'error', text, [sideOf(text, ['c']), sideOf(text, ['c'])]));
    const result = resultOf({ findings, claims: [claimOf({ id: 'c', file: '::error::x.md' })] });
    for (const width of [50, 80]) {
      const text = renderTerminal(result, { locale: 'zh', color: false, width });
      expect(text.split('\n').filter((line) => /^\s*(?:::|##\[)/.test(line))).toEqual([]);
      expect(text.replaceAll('\u200B', '')).toContain('\n    ::error::x  ');
    }
  });
});

describe('gitlab', () => {
  const schema = z.array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.enum(KINDS),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().regex(/^(?!\.\/)/),
        lines: z.strictObject({ begin: z.int().min(1), end: z.int().min(1) }),
      }),
    }),
  );
  const read = (result: AuditResult) => schema.parse(JSON.parse(reporters.gitlab.render(result, { locale: 'zh' })));

  it('has an entry per finding, each with a fingerprint of its own', () => {
    for (const result of Object.values(ALL)) {
      const list = read(result);
      expect(list).toHaveLength(result.findings.filter(({ status }) => status === 'new').length);
      expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(list.length);
    }
    const twice = { ...SETTLED, findings: SETTLED.findings.map((finding) => ({ ...finding, status: 'new' as const })) };
    expect(read(twice).map(({ fingerprint, severity }) => [fingerprint, severity])).toEqual([
      ['f2', 'major'],
      ['f2-2', 'major'],
      ['f1', 'info'],
    ]);
  });

  it('tells sides and places in one line, without a byte order mark', () => {
    const [first] = read(SETTLED);
    expect(first).toEqual({
      description:
        '前后矛盾：主题 | 说法 A：对 · docs/right.md:3 · 9 处 | 说法 B：错 [x](1) · docs/wrong [1].md:7 | 建议：对照现行文件确认哪一种说法正确，再统一各处；如果各有适用范围，请写明范围。',
      check_name: 'contradiction',
      fingerprint: 'f2',
      severity: 'major',
      location: { path: 'docs/wrong [1].md', lines: { begin: 7, end: 8 } },
    });
    expect(reporters.gitlab.render(EMPTY, { locale: 'zh' })).toBe('[]\n');
  });
});

describe('junit', () => {
  interface Element {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: Element[];
    text: string;
  }

  function parse(xml: string): Element {
    const root: Element = { name: '', attributes: {}, children: [], text: '' };
    const stack = [root];
    const parser = new SaxesParser({});
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
      stack.at(-1)!.children.push(element);
      stack.push(element);
    });
    parser.on('text', (text) => void (stack.at(-1)!.text += text));
    parser.on('closetag', () => void stack.pop());
    parser.write(xml).close();
    return root.children[0]!;
  }
  const elementsOf = (element: Element): Element[] => [element, ...element.children.flatMap(elementsOf)];
  const shape = ({ name, children }: Element): string => `${name}(${children.map(shape).join()})`;
  const read = (result: AuditResult, locale: 'zh' | 'en' = 'zh'): Element => parse(reporters.junit.render(result, { locale }));

  /** Elements and attributes of the published dialect (Jenkins' xUnit plugin, junit-10), and what it requires. */
  const DIALECT: Readonly<
    Record<string, { readonly may: readonly string[]; readonly must: readonly string[]; readonly in: readonly string[] }>
  > = {
    testsuites: { may: ['name', 'time', 'tests', 'failures', 'errors'], must: [], in: [''] },
    testsuite: {
      may: [
        'name',
        'tests',
        'failures',
        'errors',
        'group',
        'time',
        'skipped',
        'timestamp',
        'hostname',
        'id',
        'package',
        'file',
        'log',
        'url',
      ],
      must: ['name', 'tests', 'failures', 'errors'],
      in: ['testsuites'],
    },
    testcase: { may: ['name', 'time', 'classname', 'group'], must: ['name'], in: ['testsuite'] },
    failure: { may: ['type', 'message'], must: [], in: ['testcase'] },
    error: { may: ['type', 'message'], must: [], in: ['testcase'] },
    skipped: { may: ['type', 'message'], must: [], in: ['testcase'] },
    'system-out': { may: [], must: [], in: ['testcase'] },
  };

  it('keeps to the dialect, and counts what it holds', () => {
    for (const result of [...Object.values(ALL), SETTLED]) {
      const root = read(result);
      const check = (element: Element, parent: string): void => {
        const rule = DIALECT[element.name]!;
        expect(rule.in).toContain(parent);
        expect(Object.keys(element.attributes).filter((name) => !rule.may.includes(name))).toEqual([]);
        expect(rule.must.filter((name) => !(name in element.attributes))).toEqual([]);
        for (const child of element.children) check(child, element.name);
      };
      check(root, '');
      for (const counted of [root, ...root.children]) {
        const all = elementsOf(counted);
        const number = (name: string): string => String(all.filter((element) => element.name === name).length);
        expect(counted.attributes).toMatchObject({ tests: number('testcase'), failures: number('failure'), errors: number('error') });
      }
    }
  });

  /** The dialect as a schema: attributes and children as above, text where a case says something, counts that are numbers. */
  function schemaOf(): string {
    const attribute = (name: string, must: readonly string[]): string =>
      `<xs:attribute name="${name}" type="xs:${/^(?:tests|failures|errors|skipped)$/.test(name) ? 'nonNegativeInteger' : 'string'}"${must.includes(name) ? ' use="required"' : ''}/>`;
    const elements = Object.entries(DIALECT).map(([name, { may, must }]) => {
      const children = Object.entries(DIALECT).flatMap(([child, rule]) => (rule.in.includes(name) ? [`<xs:element ref="${child}"/>`] : []));
      const content = children.length > 0 ? `<xs:choice minOccurs="0" maxOccurs="unbounded">${children.join('')}</xs:choice>` : '';
      const attributes = may.map((one) => attribute(one, must)).join('');
      return `<xs:element name="${name}"><xs:complexType mixed="${children.length === 0}">${content}${attributes}</xs:complexType></xs:element>`;
    });
    return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${elements.join('\n')}</xs:schema>`;
  }

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
  it.skipIf(!hasXmllint)('is valid to xmllint, whatever articles say', () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimlint-junit-'));
    try {
      writeFileSync(join(folder, 'junit.xsd'), schemaOf());
      const validate = (name: string, xml: string): string => {
        writeFileSync(join(folder, name), xml);
        return spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'junit.xsd', name], { cwd: folder, encoding: 'utf8' }).stderr;
      };
      const results = { ...ALL, SETTLED };
      for (const [name, result] of Object.entries(results))
        for (const locale of ['zh', 'en'] as const)
          expect(validate(`${name}.xml`, reporters.junit.render(result, { locale }))).toBe(`${name}.xml validates\n`);
      // The schema can say no.
      expect(validate('text.xml', reporters.junit.render(EMPTY, { locale: 'zh' }).replace('<testcase', 'x<testcase'))).toContain(
        'fails to validate',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('a finding is a failed case of the file that has to change; a note passes, what is waived is skipped', () => {
    const root = read(SETTLED);
    expect(root.children.map(({ attributes }) => [attributes['name'], attributes['tests']])).toEqual([
      ['docs/right.md', '1'],
      ['docs/third.md', '1'],
      ['docs/wrong [1].md', '1'],
    ]);
    const cases = elementsOf(root).filter(({ name }) => name === 'testcase');
    expect(cases.map(({ attributes, children }) => [attributes['classname'], attributes['name'], children[0]!.name])).toEqual([
      ['contradiction', '前后矛盾：主题 (docs/right.md:3)', 'skipped'],
      ['floating-date', '日期不固定：目前 (docs/third.md:9)', 'system-out'],
      ['contradiction', '前后矛盾：主题 (docs/wrong [1].md:7)', 'failure'],
    ]);
    expect(cases[2]!.children[0]!.attributes).toEqual({ type: 'error', message: '关于主题的说法需要核对' });
    expect(cases[2]!.children[0]!.text.split('\n')).toHaveLength(4);
  });

  it('what could not be read is an error; without findings one case has passed', () => {
    const errors = elementsOf(read(ORDINARY, 'en')).filter(({ name }) => name === 'error');
    expect(errors.map(({ attributes, text }) => [attributes['type'], text])).toEqual([['binary', 'docs/c.bin: 不是文字文件']]);
    expect(shape(read(EMPTY))).toBe('testsuites(testsuite(testcase()))');
  });

  it('hostile texts leave the structure of harmless ones, and come out as themselves', () => {
    const texts = [...HOSTILE, ']]>', '\uFFFE\uFFFF', '</failure><testcase name="x"/>'];
    const cases = (list: readonly string[]): Element[] => elementsOf(read(resultWithText(list))).filter(({ name }) => name === 'testcase');
    for (const text of texts) {
      expect(cases([text]).map(shape)).toEqual(cases(['文字']).map(shape));
      expect(cases([text])[0]!.children[0]!.attributes['message']).toBe(oneLine(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD'));
    }
  });
});

describe('rdjson', () => {
  const severity = z.enum(['ERROR', 'WARNING', 'INFO']);
  const position = z.strictObject({ line: z.int().min(1) });
  const location = z.strictObject({ path: z.string(), range: z.strictObject({ start: position, end: position }) });
  const schema = z.strictObject({
    source: z.strictObject({ name: z.literal('claimlint') }),
    severity: severity.optional(),
    diagnostics: z.array(
      z.strictObject({
        message: z.string().min(1),
        location,
        severity,
        code: z.strictObject({ value: z.enum(KINDS) }),
        related_locations: z.array(z.strictObject({ message: z.string(), location })),
      }),
    ),
  });
  const read = (result: AuditResult) => schema.parse(JSON.parse(reporters.rdjson.render(result, { locale: 'zh' })));

  it('has a diagnostic per new finding, with the places beside it', () => {
    for (const result of Object.values(ALL))
      expect(read(result).diagnostics).toHaveLength(result.findings.filter(({ status }) => status === 'new').length);
    const { severity: worst, diagnostics } = read(SETTLED);
    expect([worst, ...diagnostics.map((diagnostic) => diagnostic.severity)]).toEqual(['ERROR', 'ERROR', 'INFO']);
    expect(diagnostics[0]).toMatchObject({
      location: { path: 'docs/wrong [1].md', range: { start: { line: 7 }, end: { line: 8 } } },
      code: { value: 'contradiction' },
      related_locations: [
        { message: '对', location: { path: 'docs/right.md' } },
        { message: '对', location: { path: 'docs/third.md' } },
      ],
    });
    expect(diagnostics[0]!.message.split('\n')[0]).toBe('前后矛盾：主题');
    expect(read(EMPTY)).toEqual({ source: { name: 'claimlint' }, diagnostics: [] });
  });
});

describe('every format for machines', () => {
  it.each(['sarif', 'gitlab', 'rdjson'] as const)('%s: a line is a line, also to programs that break at U+2028', (format) => {
    const text = reporters[format].render(resultWithText(['a\u2028b\u2029c\u0085d', ...HOSTILE]), { locale: 'zh' });
    expect(text.match(/[\u2028\u2029]/g)).toBeNull();
    expect(text.endsWith('\n')).toBe(true);
    expect(text.isWellFormed()).toBe(true);
  });
});
