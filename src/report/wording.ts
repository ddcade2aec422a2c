// Every word that a report adds to the result, in Chinese and English.
import type { ReportedClaim, Locale } from '../model/result.ts';
import type { Finding, Kind, Severity } from '../model/finding.ts';

export interface KindWording {
  readonly title: string;
  /** What the kind means, in one line. */
  readonly meaning: string;
  /** What an editor can do about it. */
  readonly advice: string;
}

export const KIND_WORDING = {
  zh: {
    contradiction: {
      title: '前后矛盾',
      meaning: '同一情形下，几种说法不能同时成立。',
      advice: '对照现行文件确认哪一种说法正确，再统一各处；如果各有适用范围，请写明范围。',
    },
    exception: {
      title: '未说明的例外',
      meaning: '特殊情形的结果与一般说法不同，而一般说法没有提示例外。',
      advice: '在一般说法处注明例外，或者更正其中一处。',
    },
    regional: {
      title: '未注明的地区差异',
      meaning: '一地的说法与更大范围的说法不同，而后者没有注明各地有别。',
      advice: '写明各自适用的地区，或者注明“各地规定不同，以当地为准”。',
    },
    superseded: {
      title: '新旧标准并存',
      meaning: '不同时期的标准并列，读来像是同时有效。',
      advice: '保留现行标准；旧标准写明所属年度，或者删去。',
    },
    'stale-date': {
      title: '日期已过',
      meaning: '日期已经过去，文中仍当作现行或者将来。',
      advice: '换成现行的日期和数额，或者写明是过去的规定。',
    },
    'floating-date': {
      title: '日期不固定',
      meaning: '“今年”“目前”一类的词随阅读时间而变。',
      advice: '改写为具体的年份或日期。',
    },
    'retired-term': {
      title: '名称已停用',
      meaning: '所用的制度或名称已经取消、合并或者改名。',
      advice: '改用现行名称；需要提到旧名称时，注明停用时间。',
    },
    arithmetic: {
      title: '计算有误',
      meaning: '文中写出的算式、合计或换算，结果不对。',
      advice: '重新计算；如果另有未写出的项目，请写明。',
    },
    gap: {
      title: '分档缺口',
      meaning: '分档的规定有的情形没有着落，或者同时属于两档。',
      advice: '补上缺少的一档，或者让两档的界限接上，并写明是否含本数。',
    },
  },
  en: {
    contradiction: {
      title: 'Contradiction',
      meaning: 'What is said of one and the same case cannot all be true.',
      advice: 'Find out from the rules in force which is right and say it everywhere; where each has a scope of its own, state the scope.',
    },
    exception: {
      title: 'Unannounced exception',
      meaning: 'A special case has another outcome than the general statement, which announces no exception.',
      advice: 'Announce the exception beside the general statement, or correct one of the two.',
    },
    regional: {
      title: 'Unannounced regional difference',
      meaning: 'A region has another rule than the area around it, whose statement does not say that regions differ.',
      advice: 'State the region of each rule, or say that regions differ and the local rule applies.',
    },
    superseded: {
      title: 'Old and new side by side',
      meaning: 'Rules of different times stand side by side as if both were in force.',
      advice: 'Keep the rule in force; give the year of the old one, or drop it.',
    },
    'stale-date': {
      title: 'Date has passed',
      meaning: 'A date lies in the past and is still told as current or to come.',
      advice: 'Put in the date and figures in force, or say that this was the rule in the past.',
    },
    'floating-date': {
      title: 'Floating date',
      meaning: 'Words such as “this year” or “at present” mean whatever the day of reading makes of them.',
      advice: 'Write the year or the date instead.',
    },
    'retired-term': {
      title: 'Retired term',
      meaning: 'A scheme or term that was abolished, merged or renamed.',
      advice: 'Use the present name; where the old one is needed, say when it went out of use.',
    },
    arithmetic: {
      title: 'Wrong sum',
      meaning: 'A calculation, a total or a conversion that the text writes out does not come to what it says.',
      advice: 'Reckon again; where something enters the sum that the text leaves out, state it.',
    },
    gap: {
      title: 'Hole between tiers',
      meaning: 'A rule told by tiers leaves a case without an answer, or puts it into two tiers at once.',
      advice: 'Add the missing tier, or let the tiers meet, and say to which of them the limit itself belongs.',
    },
  },
} as const satisfies Record<Locale, Record<Kind, KindWording>>;

export const SEVERITY_WORDING = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'note' },
} as const satisfies Record<Locale, Record<Severity, string>>;

/** Shapes, not colours: they must differ on a grey print. */
export const SEVERITY_ICONS = { error: '✕', warning: '▲', info: '●' } as const satisfies Record<Severity, string>;

export const STATUS_WORDING = {
  zh: { new: '新增', known: '已知', waived: '已豁免' },
  en: { new: 'new', known: 'known', waived: 'waived' },
} as const satisfies Record<Locale, Record<Finding['status'], string>>;

export const STRENGTH_WORDING = {
  zh: { universal: '一概如此', plain: '一般陈述', hedged: '有保留' },
  en: { universal: 'without exception', plain: 'plain', hedged: 'hedged' },
} as const satisfies Record<Locale, Record<ReportedClaim['strength'], string>>;

const zh = {
  title: '政策文章一致性审核',
  clean: '没有发现问题',
  incomplete: '有 {n} 处未能读取或处理，审核不完整',
  asOf: '审核日期',
  files: '文件',
  articles: '文章',
  sentences: '句子',
  claims: '说法',
  unread: '未读懂的句子',
  packs: '词表',
  tool: '工具',
  contents: '目录',
  counts: '各类数量',
  kind: '类型',
  status: '状态',
  severity: '级别',
  total: '合计',
  topic: '主题',
  place: '位置',
  code: '代码',
  message: '说明',
  findings: '发现',
  top: '前 {n} 项发现',
  more: '另有 {n} 项，见完整报告。',
  moreTopics: '另有 {n} 项',
  moreSides: '另有 {n} 种说法',
  cut: '共 {total} 项发现，本文件略去 {n} 项，见完整报告',
  sides: '各方说法',
  side: '说法 {letter}',
  claimCount: '{n} 处',
  moreClaims: '……另有 {n} 处',
  moreQuotes: '再看 {n} 处',
  why: '判断依据',
  advice: '建议',
  reading: '读法',
  source: '依据',
  inForce: '自 {from} 起施行',
  inForceUntil: '施行至 {to}',
  hint: '未充分核实，仅供参考',
  standing: '说法 {letter} 较可信',
  register: '与基准说法比较',
  registerCounts: '{references} 条有效的基准说法：{backed} 处相符，{contradicted} 处不符，{uncovered} 处没有涉及',
  evidence: '原文',
  article: '文章',
  untitled: '（无标题）',
  published: '{date} 发布',
  teaser: '摘要',
  clock: '仅因时间推移',
  coverage: '覆盖范围',
  coverageNote: '“未读懂的句子”含有数字、日期或触发词，但没有读出说法，请人工留意。',
  faults: '未能处理',
  skip: '跳到发现',
  noScript: '这里没有运行脚本，只列出发现；在浏览器中打开本文件，可以搜索、筛选、比较和处理。',
  leftOut: '另有 {n} 项没有列出，见 JSON 报告。',
  permalink: '本项链接',
  subject: '主体',
  attribute: '事项',
  condition: '条件',
  outcome: '结论',
  region: '地区',
  period: '适用期间',
  strength: '语气',
  unstated: '未说明',
  yes: '是',
  no: '否',
  uniform: '全国统一',
  varies: '各地不同',
  except: '{values}除外',
  may: '可：{values}',
  not: '不可：{values}',
  per: '每{per} {value}',
  comma: '、',
  semicolon: '；',
  adviceRegister: '对照所列依据的原文，改写另一方的文章；依据如有变动，先更新基准说法。',
  adviceHint: '所列依据还没有充分核实：先查到原文，再决定改哪一方。',
  colon: '：',
} as const;

export type Label = keyof typeof zh;

const en: Record<Label, string> = {
  title: 'Policy consistency audit',
  clean: 'No findings',
  incomplete: 'The audit is incomplete: {n} could not be read or dealt with',
  asOf: 'As of',
  files: 'Files',
  articles: 'Articles',
  sentences: 'Sentences',
  claims: 'Claims',
  unread: 'Sentences not understood',
  packs: 'Packs',
  tool: 'Tool',
  contents: 'Contents',
  counts: 'Counts',
  kind: 'Kind',
  status: 'Status',
  severity: 'Severity',
  total: 'Total',
  topic: 'Topic',
  place: 'Place',
  code: 'Code',
  message: 'Message',
  findings: 'Findings',
  top: 'First {n} findings',
  more: '{n} more in the full report.',
  moreTopics: '{n} more',
  moreSides: '{n} more sides',
  cut: '{n} of {total} findings are left out here, see the full report',
  sides: 'What the sides say',
  side: 'Side {letter}',
  claimCount: '{n}×',
  moreClaims: '… and {n} more',
  moreQuotes: 'Show {n} more',
  why: 'Why',
  advice: 'What to do',
  reading: 'How it was read',
  source: 'Source',
  inForce: 'in force from {from}',
  inForceUntil: 'in force to {to}',
  hint: 'not well verified, for information',
  standing: 'Side {letter} stands better',
  register: 'Against the register',
  registerCounts: '{references} reference claims in force: {backed} claims agree, {contradicted} contradict, {uncovered} are not covered',
  evidence: 'Evidence',
  article: 'Article',
  untitled: '(untitled)',
  published: 'published {date}',
  teaser: 'teaser',
  clock: 'only because time has passed',
  coverage: 'Coverage',
  coverageNote: 'Sentences not understood hold a number, a date or a trigger word and gave no claim: read them yourself.',
  faults: 'Not dealt with',
  skip: 'Skip to the findings',
  noScript: 'No script runs here, so this is a list of the findings; open the file in a browser to search, filter, compare and triage.',
  leftOut: '{n} more are not listed here: see the JSON report.',
  permalink: 'Link to this finding',
  subject: 'Subject',
  attribute: 'Attribute',
  condition: 'Condition',
  outcome: 'Outcome',
  region: 'Region',
  period: 'Period',
  strength: 'Strength',
  unstated: 'not stated',
  yes: 'yes',
  no: 'no',
  uniform: 'one rule nationwide',
  varies: 'differs by region',
  except: 'except {values}',
  may: 'may: {values}',
  not: 'may not: {values}',
  per: '{value} per {per}',
  comma: ', ',
  semicolon: '; ',
  adviceRegister:
    'Look at the source, then rewrite the articles on the other side; if the source has changed, bring the register up to date first.',
  adviceHint: 'The source is not well verified: find its wording before you decide which side to rewrite.',
  colon: ': ',
};

const LABELS = { zh, en } as const satisfies Record<Locale, Record<Label, string>>;

/** A label with its arguments put in. */
export function label(locale: Locale, name: Label, args: Readonly<Record<string, string | number>> = {}): string {
  return LABELS[locale][name].replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(args, key) ? String(args[key]) : whole));
}

/** `3 处错误`, `1 error`, `2 errors`. */
export function countOf(locale: Locale, severity: Severity, n: number): string {
  const noun = SEVERITY_WORDING[locale][severity];
  return locale === 'zh' ? `${n} 处${noun}` : `${n} ${noun}${n === 1 ? '' : 's'}`;
}
