// What the source stage says of files that it cannot read, in Chinese and English.
import type { Fault, FaultCode } from '../model/fault.ts';
import type { Locale } from '../model/result.ts';

const zh = {
  missing: '路径不存在:请检查文件名和所在文件夹',
  'no-match': '没有文件符合此通配符',
  pattern: '通配符过于复杂:每一段最多 4 个 *',
  'not-a-file': '不是普通文件,无法读取',
  unreadable: '无法读取({reason})',
  folder: '无法读取此文件夹({reason})',
  'too-large': '文件有 {size} MB,超过 {limit} MB 的上限:请拆分后再审核',
  binary: '不是文本文件(含有 NUL 字节):请转为 UTF-8 文本',
  encoding: '既不是 UTF-8 也不是 GB18030:第 {offset} 个字节(从 0 计)起无法解码。请另存为 UTF-8',
  broken: 'UTF-8 编码有损坏:第 {offset} 个字节(从 0 计)起无法解码。请修复后另存为 UTF-8',
  'utf-16': 'UTF-16 编码有损坏,无法解码。请另存为 UTF-8',
  empty: '文件为空,没有可审核的内容',
  'front-matter': '文首的元数据(front matter)有误,正文照常审核:{detail}',
  'front-matter.form': '应为“键: 值”的形式',
  'front-matter.open': '没有结束的 --- 行',
  'no-body': '没有找到正文',
  deep: '嵌套过深,无法解析:请简化文件结构',
  'html-in-markdown': '其中的 HTML 未被审核:请改用 Markdown 书写',
  'not-docx': '不是 DOCX 文件',
  encrypted: '不是 DOCX 文件:旧的 .doc 格式,或设有密码。请另存为不设密码的 .docx',
  'part-too-large': '解压后的正文超过 {limit} MB 的上限,未审核',
  docx: 'DOCX 文件有损坏,无法读取:{detail}',
  'no-column': '没有 {field} 这一列,共有:{columns}。请在 claimlint.yaml 的 sources 中写明列名',
  'no-body-column': '看不出哪一列是标题或正文,共有:{columns}。请在 claimlint.yaml 的 sources 中写明',
  'column-count': '此行有 {count} 列,表头有 {expected} 列:此条未审核,请检查引号和分隔符',
  'too-many-columns': '列数超过 {limit},此后未审核:请检查分隔符',
  'quote-open': '引号没有结束,此后未审核',
  csv: 'CSV 有误,此后未审核:{detail}',
  'bad-json': '不是 JSON:{detail}',
  'not-an-object': '应为一个 JSON 对象',
  'not-an-array': '应为由 JSON 对象组成的列表',
  'no-field': '没有 {field} 这一项。请在 claimlint.yaml 的 sources 中写明',
  'no-text': '没有文字的标题或正文,此条未审核',
  placed: '读取程序给出的文章不合要求：{detail}',
  misplaced: '{id}：位置 {at} 处是“{there}”，不是“{text}”：此篇未审核，请检查读取程序给出的位置',
  'no-comments': '此处的 claimlint-disable 不是注释，不起作用：请用豁免清单 claims/waivers.yaml',
  'too-many-records': '超过 {limit} 条,此后未审核:请拆分文件',
  'more-faults': '还有 {count} 处同类问题未列出',
  computed: '这段文字有一部分要运行代码才能知道,整段未审核:{detail}',
  syntax: '有语法错误,能读的部分照常审核:{detail}',
  expression: '此处不是字面文字,无法审核:{detail}',
} as const;

type Code = keyof typeof zh;

const en: Record<Code, string> = {
  missing: 'no such path: check the name and the folder',
  'no-match': 'no file matches this pattern',
  pattern: 'pattern too complex: at most 4 * between two slashes',
  'not-a-file': 'not a regular file, cannot be read',
  unreadable: 'cannot be read ({reason})',
  folder: 'folder cannot be read ({reason})',
  'too-large': 'the file has {size} MB, more than the {limit} MB that are read: split it',
  binary: 'not a text file (it has NUL bytes): convert it to UTF-8 text',
  encoding: 'neither UTF-8 nor GB18030: cannot be decoded from byte {offset} (counted from 0) on. Save it as UTF-8',
  broken: 'damaged UTF-8: cannot be decoded from byte {offset} (counted from 0) on. Repair it and save it as UTF-8',
  'utf-16': 'damaged UTF-16, cannot be decoded. Save it as UTF-8',
  empty: 'the file is empty, there is nothing to audit',
  'front-matter': 'the front matter is broken, the body is audited all the same: {detail}',
  'front-matter.form': 'expected a mapping of keys to values',
  'front-matter.open': 'no closing --- line',
  'no-body': 'no body text found',
  deep: 'nested too deeply to be parsed: simplify the file',
  'html-in-markdown': 'HTML in Markdown is not audited: write it as Markdown',
  'not-docx': 'not a DOCX file',
  encrypted: 'not a DOCX file: an old .doc, or one with a password. Save it as .docx without a password',
  'part-too-large': 'the unpacked text is larger than {limit} MB, it is not audited',
  docx: 'damaged DOCX, cannot be read: {detail}',
  'no-column': 'there is no column {field}, only {columns}. Name the columns in claimlint.yaml under sources',
  'no-body-column': 'no column is known for title or body among {columns}. Name them in claimlint.yaml under sources',
  'column-count': 'the row has {count} columns, the head has {expected}: it is not audited, check quotes and delimiter',
  'too-many-columns': 'more than {limit} columns, the rest is not audited: check the delimiter',
  'quote-open': 'a quote is not closed, the rest is not audited',
  csv: 'broken CSV, the rest is not audited: {detail}',
  'bad-json': 'not JSON: {detail}',
  'not-an-object': 'expected a JSON object',
  'not-an-array': 'expected a list of JSON objects',
  'no-field': 'there is no field {field}. Name the fields in claimlint.yaml under sources',
  'no-text': 'title or body is no text, the record is not audited',
  placed: 'the reader gave something else than an article: {detail}',
  misplaced:
    '{id}: at offset {at} the file has “{there}”, not “{text}”: the article is not audited, check the places that its reader gives',
  'no-comments': 'claimlint-disable is no comment here and does nothing: use a waiver (claims/waivers.yaml)',
  'too-many-records': 'more than {limit} records, the rest is not audited: split the file',
  'more-faults': '{count} more of this kind are not listed',
  computed: 'a part of this text can only be told by running the code, so none of it is audited: {detail}',
  syntax: 'syntax error, what can be read is audited all the same: {detail}',
  expression: 'not literal text, cannot be audited: {detail}',
};

const CATALOGUE = { zh, en } as const satisfies Record<Locale, Record<Code, string>>;

export function say(locale: Locale, code: Code, args: Readonly<Record<string, string | number>> = {}): string {
  return CATALOGUE[locale][code].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : whole));
}

/** Makes the faults of one file, in the locale that was asked for. */
export interface Report {
  (code: FaultCode, line: number | null, message: Code, args?: Readonly<Record<string, string | number>>): void;
  readonly say: (message: Code) => string;
}

export function reporter(file: string, locale: Locale, faults: Fault[]): Report {
  const report = (code: FaultCode, line: number | null, message: Code, args?: Readonly<Record<string, string | number>>): void =>
    void faults.push({ code, file, line, message: say(locale, message, args) });
  return Object.assign(report, { say: (message: Code) => say(locale, message) });
}

/** The system's code for what went wrong (ENOENT …); anything else is a bug and thrown again. */
export function systemCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') throw error;
  return code;
}
