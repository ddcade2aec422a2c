// The reporters for a program that embeds claimlint, all loaded; the command line loads those that it needs (`formats.ts`).
import { csv, csvClaims } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { Format } from './formats.ts';
import { github } from './machine/github.ts';
import { gitlab } from './machine/gitlab.ts';
import { junit } from './machine/junit.ts';
import { rdjson } from './machine/rdjson.ts';
import { sarif } from './machine/sarif.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { summary } from './summary.ts';
import { xlsx } from './xlsx.ts';

export type { Format } from './formats.ts';
export { hostedLinks, relativeLinks } from './links.ts';
export type { Links } from './links.ts';
export type { Reporter, ReportOptions } from './reporter.ts';

export const reporters = {
  json,
  markdown,
  html,
  summary,
  xlsx,
  csv,
  'csv-claims': csvClaims,
  sarif,
  github,
  gitlab,
  junit,
  rdjson,
} as const satisfies Record<Format, Reporter>;
