// Which reader a file gets, by the end of its name.

export type Format = 'text' | 'markdown' | 'html' | 'typescript' | 'docx';

const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
  js: 'typescript',
  mjs: 'typescript',
  cjs: 'typescript',
  jsx: 'typescript',
};

/** Null for what a folder may hold besides articles; declarations of types, and the marks that Word leaves while a file is open, are among that. */
export function formatOf(path: string): Format | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (/\.d\.[mc]?ts$/.test(name) || name.startsWith('~$')) return null;
  const extension = name.slice(name.lastIndexOf('.') + 1);
  return Object.hasOwn(FORMATS, extension) && extension !== name ? FORMATS[extension]! : null;
}

export type ExportFormat = 'csv' | 'json' | 'json-lines';

const EXPORTS: Readonly<Record<string, ExportFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
};

/** Files that hold many articles, and that a folder may hold for other reasons too. */
export function exportFormatOf(path: string): ExportFormat | null {
  const extension = /\.([a-z]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXPORTS, extension) ? EXPORTS[extension]! : null;
}

/** Whether a folder's file of this name may hold articles. */
export const isReadable = (path: string): boolean => formatOf(path) !== null || exportFormatOf(path) !== null;
