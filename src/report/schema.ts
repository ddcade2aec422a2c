// The form of a saved result, held against the types of the model, for results that come back from disk.
import { z } from 'zod';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import { VERIFIED } from '../model/reference.ts';
import { SCHEMA_VERSION } from '../model/result.ts';
import type { AuditResult, Locale } from '../model/result.ts';
import { UNREAD_REASONS } from '../model/unread.ts';
import { DECISIONS } from '../model/waiver.ts';
import { explainIssue } from './schema-message.ts';

const text = z.string();
const optionalText = text.nullable();
const count = z.int().nonnegative();
const limit = z.number().nullable();

const interval = z.object({ lo: limit, hi: limit, loOpen: z.boolean(), hiOpen: z.boolean() });

const constraint = z.discriminatedUnion('kind', [
  z.object({ axis: text, kind: z.literal('interval'), range: interval, unit: text, spelled: z.array(z.enum(['lo', 'hi'])) }),
  z.object({ axis: text, kind: z.literal('values'), values: z.array(text) }),
  z.object({ axis: text, kind: z.literal('except'), values: z.array(text) }),
  z.object({ axis: z.literal('opaque'), kind: z.literal('opaque'), text }),
]);

const outcome = z.discriminatedUnion('type', [
  z.object({ type: z.literal('truth'), value: z.boolean() }),
  z.object({
    type: z.literal('number'),
    range: interval,
    bound: z.enum(['exact', 'min', 'max', 'range']),
    unit: text,
    per: optionalText,
    approximate: z.boolean(),
  }),
  z.object({ type: z.literal('choice'), values: z.array(text), modality: z.enum(['must', 'may', 'not']) }),
  z.object({ type: z.literal('uniform'), value: z.boolean() }),
  z.object({ type: z.literal('text'), text }),
]);

const evidence = z.object({ file: text, startLine: count, startColumn: count, endLine: count, endColumn: count, quote: text });

const mentioned = { text, until: optionalText, term: optionalText, as: optionalText };
const step = z.union([
  z.object({ value: z.number(), unit: text, digit: z.number(), approximate: z.boolean() }),
  z.enum(['+', '-', '×', '÷']),
]);
const mention = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measures'), ...mentioned, ranges: z.array(interval) }),
  z.object({ kind: z.enum(['date', 'floating', 'term']), ...mentioned }),
  z.object({
    kind: z.literal('calculation'),
    ...mentioned,
    calculation: z.object({ by: z.enum(['equation', 'total', 'period', 'rule']), left: z.array(step), right: z.array(step) }),
  }),
]);

const claim = z.object({
  id: text,
  article: text,
  subject: z.object({ scheme: optionalText, thing: text, people: z.array(text) }),
  attribute: text,
  condition: z.array(constraint),
  outcome,
  region: z.object({ code: text, name: text }).nullable(),
  period: z.object({ from: optionalText, to: optionalText, year: z.int().nullable() }).nullable(),
  published: optionalText,
  cites: optionalText.default(null),
  strength: z.enum(['universal', 'plain', 'hedged']),
  hedgedByRegion: z.boolean(),
  typical: z.boolean(),
  excepted: z.boolean(),
  series: optionalText,
  section: optionalText,
  borrowed: z.boolean().default(false),
  mood: z.enum(['asserted', 'refuted', 'question', 'example', 'supposed', 'history', 'future']),
  mention: mention.nullable(),
  evidence,
  passages: z.array(z.object({ from: text, text, marks: z.array(z.object({ field: text, start: count, end: count })) })).default([]),
});

const source = z.object({
  id: text,
  title: text,
  documentNumber: optionalText,
  issuer: optionalText,
  date: optionalText,
  article: optionalText,
  effectiveFrom: optionalText,
  effectiveTo: optionalText,
  verified: z.enum(VERIFIED),
});

const reason = z.object({ code: text, args: z.record(text, text) });

const waiver = z.object({
  by: z.enum(['file', 'inline']),
  decision: z.enum(DECISIONS),
  reason: text,
  who: optionalText,
  until: optionalText,
  file: text,
  line: count,
});

const noteCode = z.enum([
  'waiver-expired',
  'waiver-unused',
  'waiver-changed',
  'waiver-malformed',
  'waiver-bare',
  'suppression-unused',
  'suppression-partial',
  'suppression-kind',
  'suppression-reason',
  'suppression-form',
]);

const finding = z.object({
  id: text,
  kind: z.enum(KINDS),
  severity: z.enum(SEVERITIES),
  topic: text,
  message: text,
  reasons: z.array(reason),
  standing: z
    .object({ side: count, reasons: z.array(reason) })
    .nullable()
    .default(null),
  sides: z.array(
    z.object({ says: text, count, claims: z.array(text), source: source.nullable(), fingerprints: z.array(text).default([]) }),
  ),
  cause: z.enum(['author', 'clock']),
  status: z.enum(['new', 'known', 'waived']),
  waiver: waiver.nullable().default(null),
});

const unreadGroup = z.object({
  reason: z.enum(UNREAD_REASONS),
  terms: z.array(text),
  count,
  sentences: z.array(z.object({ article: text, evidence, attribute: optionalText })),
});

const faultCode = z.enum([
  'unreadable',
  'binary',
  'encoding',
  'empty',
  'too-large',
  'front-matter',
  'no-body',
  'not-analysed',
  'bad-record',
  'damaged',
  'outdated',
]);

export const reportSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('claimlint'), version: text }),
  asOf: z.iso.date(),
  scope: z
    .object({ changedSince: optionalText, base: optionalText, files: z.array(text), deleted: z.array(text), settings: z.array(text) })
    .nullable()
    .default(null),
  locale: z.enum(['zh', 'en']),
  packs: z.array(z.object({ name: text, version: text })),
  corpus: z.object({ files: count, articles: count, sentences: count, claims: count, unread: count }),
  articles: z.array(
    z.object({
      id: text,
      file: text,
      title: text,
      line: count,
      region: optionalText,
      published: optionalText,
      teaser: z.boolean(),
      claims: count.nullable().default(null),
      unread: count.nullable().default(null),
    }),
  ),
  claims: z.array(claim),
  findings: z.array(finding),
  register: z.object({ references: count, backed: count, contradicted: count, uncovered: count }).nullable().default(null),
  unread: z.array(unreadGroup).nullable().default(null),
  regions: z.array(z.object({ code: text, name: text, parent: optionalText })).default([]),
  skipped: z.array(z.object({ reason: z.enum(['format', 'excluded', 'ignored']), count, files: z.array(text) })).default([]),
  baseline: z.object({ file: text, findings: count, gone: count }).nullable().default(null),
  directives: z
    .array(
      z.object({
        file: text,
        line: count,
        text,
        place: z.object({ startLine: count, startColumn: count, endLine: count, endColumn: count }).nullable(),
      }),
    )
    .default([]),
  notes: z.array(z.object({ code: noteCode, file: text, line: count, message: text })).default([]),
  faults: z.array(z.object({ code: faultCode, file: text, line: count.nullable(), message: text })),
}) satisfies z.ZodType<AuditResult>;

/** The schema lacks nothing that the model has: an audit is what the schema takes. */
type Takes<T extends z.input<typeof reportSchema>> = T;
export type ReportInput = Takes<Mutable<AuditResult>>;
type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

/**
 * A saved result, checked; keys that the model does not know are dropped.
 * @throws Error whose message names the place and what is expected there: `findings[0].sides[1].count: …`
 */
export function parseResult(json: unknown, locale: Locale = 'zh'): AuditResult {
  // The version comes first: of a result of another one, nothing else needs to be told.
  const version = typeof json === 'object' && json !== null ? (json as { schemaVersion?: unknown }).schemaVersion : undefined;
  const form = typeof version === 'number' ? reportSchema.pick({ schemaVersion: true }).safeParse(json) : null;
  const parsed = form?.success === false ? form : reportSchema.safeParse(json);
  if (parsed.success) return parsed.data as AuditResult;
  throw new Error(explainIssue(parsed.error.issues[0]!, parsed.error.issues.length, json, locale));
}
