// What the commands say of drafts, of what they are held against and of what is kept, in Chinese and English; part of messages.ts.

export const zh = {
  'command.check': '审核草稿，只报告与草稿有关的发现（- 表示从标准输入读取一篇）',
  'command.index': '为 check 建立已发布文章的索引，有十万篇文章时也能立即回答',
  'positional.drafts': '草稿：文件、文件夹或通配符',
  'option.against': '已发布的文章：文件、文件夹或通配符（可重复；默认配置中的 against，其次 paths）',
  'option.stdin-filename': '标准输入中草稿的文件名：决定格式，并代替语料中的同名文章',
  'option.no-cache': '不用也不保存以前读出的说法：每篇文章都重新读',
  'option.threads': '读文章的线程数（1 到 64）；不给时按文件多少决定，结果与线程数无关',
  'bad.threads': '--threads 的值 {value} 无效，应为 1 到 64 的整数，或 auto',
  'option.out.index': '索引文件（默认 claimlint.index）',
  'stdin.filename': '--stdin-filename 只用于标准输入：请用 - 作为草稿',
  'check.no-against': '没有说明与哪些文章比较：请用 --against 给出文件或文件夹，或在 claimlint.yaml 中写 against 或 paths',
  'check.nothing-published': '除草稿外没有可比较的文章，草稿只与自身和规定比较',
  'check.index-alone': '索引 {file} 不能与其他文章同时作为比较对象：请只给索引',
  'index.written': '已写出 {file}：{articles} 篇文章，{claims} 处说法',
  'index.damaged': '索引文件已损坏，没有使用。请重新运行 claimlint index',
  'index.other': '索引由另一版本的 claimlint 或另一套词表建立，没有使用。请重新运行 claimlint index',
  'index.outdated': '文章在建立索引之后有改动，发现可能已过时。请重新运行 claimlint index',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'command.check': 'audit drafts against published articles: only what a draft takes part in (- reads one from standard input)',
  'command.index': 'index what is published, so that check answers at once, of a hundred thousand articles too',
  'positional.drafts': 'drafts: files, folders or globs',
  'option.against': 'what is published: files, folders or globs (repeatable; default: against of the config, else its paths)',
  'option.stdin-filename': 'name of the draft on standard input: it decides the format, and an article of this name is left out',
  'option.no-cache': 'neither use nor keep what earlier runs have read: every article is read again',
  'option.threads':
    'threads that read the articles (1 to 64); without it, as many as pay for the number of files; the result is the same with any',
  'bad.threads': '--threads is {value}, expected a whole number from 1 to 64, or auto',
  'option.out.index': 'file of the index (default: claimlint.index)',
  'stdin.filename': '--stdin-filename is for standard input: give - as the draft',
  'check.no-against':
    'nothing to hold the drafts against: give --against with files or folders, or write against or paths into claimlint.yaml',
  'check.nothing-published': 'no article besides the drafts: they were compared with themselves and the register only',
  'check.index-alone': 'the index {file} cannot stand beside other articles to compare with: give it alone',
  'index.written': 'written: {file}, {articles} articles, {claims} claims',
  'index.damaged': 'the index is damaged and was not used. Run claimlint index again',
  'index.other': 'the index was made by another version of claimlint or with other packs, and was not used. Run claimlint index again',
  'index.outdated': 'the article has changed since it was indexed: what is told of it may be out of date. Run claimlint index again',
};
