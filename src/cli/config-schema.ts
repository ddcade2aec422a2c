// The form of claimlint.yaml: what may stand in it, told once for the check, for editors (JSON Schema) and for `config print`.
import { z } from 'zod';
import { BODY_FORMATS } from '../model/export.ts';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Locale } from '../model/result.ts';
import { formats } from '../report/formats.ts';
import type { Format } from '../report/formats.ts';
import { CLOCK_FINDINGS, FAIL_ON } from './exit.ts';
import { LOCALES } from './messages.ts';

const text = z.string().min(1);
const texts = z.array(text).default([]);
const names = z.union([text, z.array(text).min(1)]).optional();

const source = z.strictObject({
  files: z
    .union([text, z.array(text).min(1)])
    .describe('Files of this form: .csv, .tsv, .json, .jsonl, .ndjson; patterns as in .gitignore.'),
  id: names.describe('Column or key of the id that reports name the article by. Default: id, slug, url or guid.'),
  title: names.describe('Column or key of the title. Default: title and other usual names.'),
  body: names.describe(
    'Columns or keys of the text, in reading order; a dot leads into an object (content.rendered). Default: usual names.',
  ),
  region: names.describe('Columns or keys of the place that the article is about.'),
  published: names.describe('Column or key of the date of publication.'),
  format: z.enum(BODY_FORMATS).default('auto').describe('What the text is; auto looks at each text.'),
  delimiter: z.string().length(1).optional().describe('Sign between two columns. Default: as the first line suggests.'),
});

export const configSchema = z.strictObject({
  paths: texts.describe('Files, folders or globs to audit; paths on the command line take their place.'),
  exclude: texts.describe('Patterns, as in .gitignore, of what is not audited.'),
  sources: z.array(source).default([]).describe('Exports of a CMS among the files, and which of their columns or keys is what.'),
  layouts: texts.describe(
    'Files or folders of page layouts (crawled pages, plain lines, web pages, field names) that come before the shipped ones.',
  ),
  against: texts.describe('What `claimlint check` holds drafts against; default: paths.'),
  packs: texts.describe('Additional pack folders.'),
  register: z
    .union([text, z.literal(false)])
    .nullable()
    .default(null)
    .describe('Folder of reference claims; false for none. Default: the shipped ones.'),
  baseline: text.nullable().default(null).describe('File of known findings, as `claimlint baseline create` writes it. Default: none.'),
  waivers: z
    .union([text, z.literal(false)])
    .nullable()
    .default(null)
    .describe(
      'File of waivers, findings that were decided on; false for none. Default: claims/waivers.yaml beside this file, where there is one.',
    ),
  inlineSuppressions: z.boolean().default(true).describe('Whether claimlint-disable comments in articles are heeded. Default: true.'),
  out: text.nullable().default(null).describe('Folder for the reports. Default: reports.'),
  formats: z
    .array(z.enum(Object.keys(formats) as [Format, ...Format[]]))
    .default([])
    .describe('Formats of the reports. Default: json, markdown, html.'),
  links: text.nullable().default(null).describe('Where reports link to: an http(s) address, a template with {file} and {line}, or auto.'),
  failOn: z.enum(FAIL_ON).nullable().default(null).describe('Exit with 1 from this severity on. Default: error.'),
  clockFindings: z
    .enum(CLOCK_FINDINGS)
    .nullable()
    .default(null)
    .describe('Whether findings that only the passing of time has made count for the exit code. Default: fail.'),
  severities: z
    .partialRecord(z.enum(KINDS), z.enum(['off', ...SEVERITIES]))
    .default({})
    .describe('How severe findings of a kind are; off drops them. A finding that is less than its kind (a hint) stays what it is.'),
  locale: z
    .enum(LOCALES as readonly [Locale, ...Locale[]])
    .nullable()
    .default(null)
    .describe('Language of messages and reports. Default: zh.'),
});

export type ConfigData = z.infer<typeof configSchema>;
export type SourceData = z.infer<typeof source>;

/** A part of a JSON Schema, as far as it is asked about here. */
export interface SchemaPart {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
  readonly anyOf?: readonly SchemaPart[];
  readonly additionalProperties?: SchemaPart | boolean;
  readonly propertyNames?: SchemaPart;
}

/** What a file may hold, as JSON Schema. */
export const configJsonSchema = (): SchemaPart => z.toJSONSchema(configSchema, { io: 'input', target: 'draft-2020-12' }) as SchemaPart;

/** The committed file for editors, as text. */
export function configSchemaText(): string {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema, title: 'claimlint.yaml', description: 'Config of claimlint, a policy-consistency auditor.', ...rest }, null, 2)}\n`;
}

/** The part of the schema that is about the value at `path`. */
export function schemaAt(path: readonly PropertyKey[]): SchemaPart {
  let part = configJsonSchema();
  for (const step of path) {
    const inner = part.anyOf?.find(({ properties, items }) => (typeof step === 'number' ? items : properties) !== undefined) ?? part;
    const rest = typeof inner.additionalProperties === 'object' ? inner.additionalProperties : {};
    part = (typeof step === 'number' ? inner.items : inner.properties?.[String(step)]) ?? rest;
  }
  return part;
}
