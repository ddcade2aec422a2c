// The reports that there are. A new one is a file in this folder and a line in this table.
// A run loads those that it writes: a dozen formats would be a good part of its start.
import type { Reporter } from './reporter.ts';

interface FormatEntry {
  /** What the file is called where only a folder is named. */
  readonly fileName: string;
  load(): Promise<Reporter>;
}

export const formats = {
  json: { fileName: 'audit.json', load: async () => (await import('./json.ts')).json },
  markdown: { fileName: 'audit.md', load: async () => (await import('./markdown.ts')).markdown },
  html: { fileName: 'audit.html', load: async () => (await import('./html.ts')).html },
  summary: { fileName: 'summary.md', load: async () => (await import('./summary.ts')).summary },
  xlsx: { fileName: 'audit.xlsx', load: async () => (await import('./xlsx.ts')).xlsx },
  csv: { fileName: 'findings.csv', load: async () => (await import('./csv.ts')).csv },
  'csv-claims': { fileName: 'claims.csv', load: async () => (await import('./csv.ts')).csvClaims },
  sarif: { fileName: 'audit.sarif', load: async () => (await import('./machine/sarif.ts')).sarif },
  github: { fileName: 'annotations.txt', load: async () => (await import('./machine/github.ts')).github },
  gitlab: { fileName: 'gl-code-quality-report.json', load: async () => (await import('./machine/gitlab.ts')).gitlab },
  junit: { fileName: 'junit.xml', load: async () => (await import('./machine/junit.ts')).junit },
  rdjson: { fileName: 'audit.rdjson.json', load: async () => (await import('./machine/rdjson.ts')).rdjson },
} as const satisfies Record<string, FormatEntry>;

export type Format = keyof typeof formats;
