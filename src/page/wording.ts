// The words of the page itself; what reports have in common stands in report/wording.ts.
import type { Locale } from '../model/result.ts';
import { label } from '../report/wording.ts';
import type { Facet, Sort } from './filter.ts';
import type { View } from './address.ts';
import type { TriageState } from './triage.ts';

const zh = {
  loading: '正在读取报告……',
  broken: '报告中的数据无法读取：{reason}。文件可能在传送中被截断；请换用新版浏览器，或重新生成报告。',
  views: '页面',
  theme: '配色',
  'theme.auto': '跟随系统',
  'theme.light': '浅色',
  'theme.dark': '深色',
  language: '语言',
  help: '帮助',
  fails: '未通过',
  passes: '通过',
  'passes.warnings': '通过，有提醒',
  'why.errors': '有 {n} 处错误，默认的门槛（--fail-on error）不放行',
  'why.warnings': '没有错误；{n} 处警告，默认的门槛（--fail-on error）放行',
  'why.notes': '没有错误和警告；{n} 处提示',
  'why.clean': '{articles} 篇文章，读出 {claims} 处说法，没有发现问题',
  'why.register': '{n} 处说法与登记的现行规定不符',
  'why.clock': '{n} 项只因时间推移',
  'why.excused': '{n} 项已知或已豁免，不计入',
  'why.faults': '{n} 处未能读取，审核不完整',
  search: '搜索',
  'search.hint': '主题、原文、标题、文件、地区……',
  filters: '筛选',
  clear: '清除筛选',
  clearFacet: '清除{name}',
  results: '{shown} / {all} 项发现',
  resultsAll: '{all} 项发现',
  none: '没有符合条件的发现。',
  sort: '排序',
  expandAll: '全部展开',
  collapseAll: '全部收起',
  show: '显示筛选',
  hide: '收起筛选',
  moreValues: '再显示 {n} 项',
  fewerValues: '收起',
  findValue: '在{name}中查找',
  nowhere: '未写明地区',
  clock: '仅因时间推移',
  articles: '{n} 篇文章',
  versus: '对',
  open: '展开',
  better: '较可信',
  inherited: '承自{from}',
  example: '举例',
  field: '项目',
  value: '内容',
  majority: '多数',
  lines: '第 {lines} 行',
  byField: '逐项对照',
  byArticle: '各篇文章的说法',
  byTime: '时间',
  byRegion: '地区',
  today: '审核日',
  data: '数据表',
  since: '自 {from}',
  until: '至 {to}',
  state: '处理',
  note: '备注',
  'note.hint': '理由：为什么是误报，或者怎么处理',
  untilDay: '到期',
  export: '导出',
  'export.waivers': '豁免清单（waivers.yaml）',
  'export.csv': '当前列表（CSV）',
  'export.json': '审核结果（JSON）',
  print: '打印',
  who: '经办人',
  'who.hint': '写进豁免清单的姓名',
  noWaivers: '还没有标为“误报”或“接受现状”的发现。',
  waiverCount: '{n} 项标为“误报”或“接受现状”，其中 {m} 项没有写理由。',
  close: '关闭',
  keys: '键盘',
  'keys./': '搜索',
  'keys.j': '下一项',
  'keys.k': '上一项',
  'keys.Enter': '展开或收起',
  'keys.e': '全部展开或收起',
  'keys.x': '标为误报，再按一次取消',
  'keys.c': '复制本项链接',
  'keys.?': '帮助',
  about: '处理结果只保存在这个浏览器里，按发现的编号记录：下次审核的报告里还在。要让命令行工具知道，请导出豁免清单。',
  printMost: '只打印前 {n} 项；请先筛选。',
  differs: '不同之处',
  register: '登记的现行规定',
  whyFlagged: '为什么报告',
  whatToDo: '怎么改',
  readAs: '读法',
  copyLink: '复制链接',
  copyMarkdown: '复制为 Markdown',
  copied: '已复制',
  link: '本项链接',
  missing: '这份报告中没有编号为 {id} 的发现：它可能已经解决，或者属于另一份报告。',
  quotesMore: '再看 {n} 处',
  quotesFewer: '收起',
  by: '依据',
} as const;

export type Words = keyof typeof zh;

const en: Record<Words, string> = {
  loading: 'Reading the report …',
  broken:
    'The data in this report cannot be read: {reason}. The file may have been cut short on its way; use a current browser, or make the report again.',
  views: 'Pages',
  theme: 'Theme',
  'theme.auto': 'System',
  'theme.light': 'Light',
  'theme.dark': 'Dark',
  language: 'Language',
  help: 'Help',
  fails: 'Fails',
  passes: 'Passes',
  'passes.warnings': 'Passes, with warnings',
  'why.errors': '{n} errors, which the default gate (--fail-on error) does not let through',
  'why.warnings': 'no errors; {n} warnings, which the default gate (--fail-on error) lets through',
  'why.notes': 'no errors or warnings; {n} notes',
  'why.clean': '{claims} claims read in {articles} articles, no findings',
  'why.register': '{n} claims contradict what the register says is in force',
  'why.clock': '{n} findings only because time has passed',
  'why.excused': '{n} known or waived findings are not counted',
  'why.faults': '{n} could not be read: the audit is incomplete',
  search: 'Search',
  'search.hint': 'Topic, quote, title, file, region …',
  filters: 'Filters',
  clear: 'Clear filters',
  clearFacet: 'Clear {name}',
  results: '{shown} of {all} findings',
  resultsAll: '{all} findings',
  none: 'No finding fits.',
  sort: 'Sort by',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  show: 'Show filters',
  hide: 'Hide filters',
  moreValues: 'Show {n} more',
  fewerValues: 'Show fewer',
  findValue: 'Find in {name}',
  nowhere: 'No region named',
  clock: 'only because time has passed',
  articles: '{n} articles',
  versus: 'against',
  open: 'Open',
  better: 'stands better',
  inherited: 'from the {from}',
  example: 'example',
  field: 'Field',
  value: 'Value',
  majority: 'majority',
  lines: 'line {lines}',
  byField: 'Field by field',
  byArticle: 'Which article says what',
  byTime: 'Time',
  byRegion: 'Regions',
  today: 'day of the audit',
  data: 'Data',
  since: 'from {from}',
  until: 'to {to}',
  state: 'Triage',
  note: 'Note',
  'note.hint': 'Reason: why it is a false alarm, or what is to be done',
  untilDay: 'Until',
  export: 'Export',
  'export.waivers': 'Waivers (waivers.yaml)',
  'export.csv': 'This list (CSV)',
  'export.json': 'The audit (JSON)',
  print: 'Print',
  who: 'Who',
  'who.hint': 'Your name, as the waivers tell it',
  noWaivers: 'No finding is marked as a false alarm or accepted yet.',
  waiverCount: '{n} findings are marked as false alarm or accepted, {m} of them without a reason.',
  close: 'Close',
  keys: 'Keyboard',
  'keys./': 'search',
  'keys.j': 'next finding',
  'keys.k': 'previous finding',
  'keys.Enter': 'open or close',
  'keys.e': 'open or close all',
  'keys.x': 'mark as false alarm; again to undo',
  'keys.c': 'copy the link to the finding',
  'keys.?': 'help',
  about:
    'Triage is kept in this browser only, by the id of the finding, so it is there again in the report of the next audit. To tell the command line, export the waivers.',
  printMost: 'Only the first {n} are printed: filter first.',
  differs: 'Where they differ',
  register: 'In force by the register',
  whyFlagged: 'Why it is reported',
  whatToDo: 'What to change',
  readAs: 'How it was read',
  copyLink: 'Copy link',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  link: 'Link to this finding',
  missing: 'This report has no finding {id}: it may be resolved, or belong to another report.',
  quotesMore: 'Show {n} more',
  quotesFewer: 'Show fewer',
  by: 'Source',
};

const WORDS = { zh, en } as const satisfies Record<Locale, Record<Words, string>>;

export function say(locale: Locale, name: Words, args: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[locale][name].replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(args, key) ? String(args[key]) : whole));
}

export const VIEW_WORDS = {
  zh: { findings: '发现' },
  en: { findings: 'Findings' },
} as const satisfies Record<Locale, Record<View, string>>;

export const FACET_WORDS = {
  zh: { severity: '级别', kind: '类型', triage: '处理', status: '状态', topic: '主题', region: '地区', article: '文章' },
  en: { severity: 'Severity', kind: 'Kind', triage: 'Triage', status: 'Status', topic: 'Topic', region: 'Region', article: 'Article' },
} as const satisfies Record<Locale, Record<Facet, string>>;

export const SORT_WORDS = {
  zh: { grave: '严重程度', spread: '涉及的文章数', topic: '主题', newest: '发布日期（新的在前）' },
  en: { grave: 'severity', spread: 'number of articles', topic: 'topic', newest: 'newest article' },
} as const satisfies Record<Locale, Record<Sort, string>>;

export const TRIAGE_WORDS = {
  zh: { open: '待处理', confirmed: '属实', fixed: '已改', 'false-alarm': '误报', accepted: '接受现状' },
  en: { open: 'open', confirmed: 'confirmed', fixed: 'fixed', 'false-alarm': 'false alarm', accepted: 'accepted' },
} as const satisfies Record<Locale, Record<TriageState, string>>;

export const FIELD_WORDS = {
  zh: { scheme: '制度', thing: '对象', mention: '提及' },
  en: { scheme: 'Scheme', thing: 'Thing', mention: 'Mention' },
} as const satisfies Record<Locale, Record<string, string>>;

/** Where a claim has something that its clause leaves out. */
const SOURCES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: {
    clause: '本分句',
    sentence: '本句前文',
    later: '本句后文',
    block: '上下文',
    parent: '上级条目',
    lead: '引出的段落',
    row: '行首',
    column: '列首',
    caption: '表题',
    heading: '小标题',
    title: '标题',
    context: '文章信息或前文',
  },
  en: {
    clause: 'clause',
    sentence: 'sentence',
    later: 'rest of the sentence',
    block: 'context',
    parent: 'item above',
    lead: 'lead',
    row: 'row head',
    column: 'column head',
    caption: 'caption',
    heading: 'heading',
    title: 'title',
    context: 'front matter or text before',
  },
};

export const nameSource = (from: string, locale: Locale): string => (Object.hasOwn(SOURCES[locale], from) ? SOURCES[locale][from]! : from);

/** A field as passages name it, for a reader. */
export function nameField(key: string, locale: Locale): string {
  const [name = '', axis = ''] = key.split('.', 2);
  if (name === 'condition') return `${label(locale, 'condition')} ${axis === 'opaque' ? '' : axis}`.trimEnd();
  if (name === 'subject') return axis === 'scheme' ? FIELD_WORDS[locale].scheme : FIELD_WORDS[locale].thing;
  if (name === 'mention') return FIELD_WORDS[locale].mention;
  return name === 'outcome' || name === 'region' || name === 'period' || name === 'attribute' ? label(locale, name) : name;
}

export const TIME_WORDS = {
  zh: { text: '文中写明', published: '发布日期', register: '登记' },
  en: { text: 'stated in the text', published: 'published', register: 'register' },
} as const satisfies Record<Locale, Record<'text' | 'published' | 'register', string>>;
