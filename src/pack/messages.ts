// What is wrong with a pack, in Chinese and English: for editors who do not program.
import type { Locale } from '../model/result.ts';

const zh = {
  'file.folder': '不是可以读取的文件夹',
  'file.unreadable': '无法读取（{reason}）',
  'file.too-large': '超过 {most} 个字符',
  'yaml.tab': '缩进不能用制表符（Tab），请用空格',
  'yaml.duplicate': '同一层里有两个相同的键',
  'yaml.indent': '缩进不对：同一层的键要左对齐',
  'yaml.nested': '这里不能再有“键: 值”。词里有冒号时请加引号："甲: 乙"',
  'yaml.full-width': '用了全角的“{mark}”。YAML 的冒号、逗号和括号都要用半角，冒号后面空一格',
  'yaml.other': 'YAML 语法错误：{detail}',
  'form.unknown-key': '{path}：没有这个键',
  'form.missing': '{path}：缺少此项，应为{expected}',
  'form.type': '{path}：应为{expected}，实为{found}',
  'form.choice': '{path}：应为 {expected} 之一',
  'form.empty': '{path}：不能是空的',
  'form.mark': '{path}：“{word}”里有全角的“{mark}”，会被当成一个词。各个词之间请用半角逗号',
  'form.alternatives': '{path}：“{word}”展开后超过 {most} 个词，请拆开',
  'form.other': '{path}：{detail}',
  'phrase.twice': '短语表 {id} 已经有了',
  'phrase.unknown': '{from} 里写了 <{id}>，但没有这个短语表',
  'concept.twice': '概念 {id} 已经有了。要给它加词，请写在 extends 之下',
  'axis.twice': '轴 {id} 已经有了。要给它加词，请写在 extends 之下',
  'attribute.twice': '属性 {id} 已经有了。要给它加词，请写在 extends 之下',
  'retired.twice': '停用名称 {id} 已经有了。要给它加词，请写在 extends 之下',
  'concept.unknown': '{from} 所指的概念 {id} 没有词表声明过',
  'axis.unknown': '{from} 所指的轴 {id} 没有词表声明过',
  'attribute.unknown': '{from} 所指的属性 {id} 没有词表声明过',
  'retired.unknown': '{from} 所指的停用名称 {id} 没有词表声明过',
  'scheme.unknown': '{from} 的 scheme 是 {id}，它不是词表声明过的制度（kind: scheme）',
  'concept.usual': '{from} 的 usual 是 {id}，它的 isA 不是 {from}',
  'value.unknown': '轴 {from} 没有 isA 所指的值 {id}',
  'concept.circle': '概念 {trail} 绕成一圈',
  'region.row': '每行应以六位数字代码和制表符开头',
  'region.name': '地区 {id} 没有名称',
  'region.unknown': '{id} 所指的地区不在任何表里',
  'type.string': '文字',
  'type.number': '数字',
  'type.boolean': ' true 或 false',
  'type.array': '列表（如 [甲, 乙]）',
  'type.object': '“键: 值”',
  'type.words': '词的列表，或 {terms: [词], isA: 上一级}',
  'type.null': '空',
} as const;

export type PackMessage = keyof typeof zh;
export type Arguments = Readonly<Record<string, string | number>>;

const en: Record<PackMessage, string> = {
  'file.folder': 'is not a folder that can be read',
  'file.unreadable': 'cannot be read ({reason})',
  'file.too-large': 'is larger than {most} characters',
  'yaml.tab': 'Tabs are not allowed as indentation: use blanks',
  'yaml.duplicate': 'the same key stands twice in one mapping',
  'yaml.indent': 'wrong indentation: keys of one level begin in one column',
  'yaml.nested': 'no further "key: value" can stand here; put words with a colon in quotes: "a: b"',
  'yaml.full-width': 'a full-width {mark} was used: colons, commas and brackets of YAML are plain ones, with a blank behind a colon',
  'yaml.other': 'YAML syntax error: {detail}',
  'form.unknown-key': '{path}: unknown key',
  'form.missing': '{path}: is missing, expected {expected}',
  'form.type': '{path}: expected {expected}, found {found}',
  'form.choice': '{path}: expected one of {expected}',
  'form.empty': '{path}: must not be empty',
  'form.mark': '{path}: "{word}" holds a full-width {mark} and counts as one word: part words by plain commas',
  'form.alternatives': '{path}: "{word}" stands for more than {most} words: write it in parts',
  'form.other': '{path}: {detail}',
  'phrase.twice': 'the phrase list {id} is declared twice',
  'phrase.unknown': '{from} holds <{id}>, but no pack declares such a phrase list',
  'concept.twice': 'concept {id} is declared twice: to add words to it, write them under extends',
  'axis.twice': 'axis {id} is declared twice: to add words to it, write them under extends',
  'attribute.twice': 'attribute {id} is declared twice: to add words to it, write them under extends',
  'retired.twice': 'retired term {id} is declared twice: to add words to it, write them under extends',
  'concept.unknown': '{from} refers to the concept {id}, which no pack declares',
  'axis.unknown': '{from} refers to the axis {id}, which no pack declares',
  'attribute.unknown': '{from} refers to the attribute {id}, which no pack declares',
  'retired.unknown': '{from} refers to the retired term {id}, which no pack declares',
  'scheme.unknown': '{from} names the scheme {id}, which no pack declares as a scheme (kind: scheme)',
  'concept.usual': 'the usual kind of {from}, {id}, is no kind of it',
  'value.unknown': 'isA refers to {id}, which is no value of the axis {from}',
  'concept.circle': 'the concepts {trail} form a circle',
  'region.row': 'a row must begin with a code of six digits and a tab',
  'region.name': 'the region {id} has no name',
  'region.unknown': 'refers to the region {id}, which no table lists',
  'type.string': 'text',
  'type.number': 'a number',
  'type.boolean': 'true or false',
  'type.array': 'a list ([a, b])',
  'type.object': 'a mapping (key: value)',
  'type.words': 'a list of words, or {terms: [words], isA: wider value}',
  'type.null': 'nothing',
};

const CATALOGUE = { zh, en } as const satisfies Record<Locale, Record<PackMessage, string>>;

/** The sentence with its arguments put in; an argument `@type.array` is itself a name of the catalogue. */
export function say(locale: Locale, code: PackMessage, args: Arguments = {}): string {
  return CATALOGUE[locale][code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(args, name)) return whole;
    const value = String(args[name]);
    return value.startsWith('@type.') ? CATALOGUE[locale][value.slice(1) as PackMessage] : value;
  });
}
