// The form of claims as lines of JSON, which compare reads.
import { z } from 'zod';
import type { ClaimRecord } from './claim-line.ts';

const limit = z.number().nullable();
const range = z.object({ lo: limit, hi: limit, loOpen: z.boolean(), hiOpen: z.boolean() });
const words = z.array(z.string());
const text = z.string().nullable();
const whole = z.number().int().min(1);

const mentioned = { text: z.string(), until: text, term: text, as: text };
const step = z.union([
  z.object({ value: z.number(), unit: z.string(), digit: z.number(), approximate: z.boolean() }),
  z.enum(['+', '-', '×', '÷']),
]);
const mention = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('measures'), ...mentioned, ranges: z.array(range) }),
  z.object({ kind: z.enum(['date', 'floating', 'term']), ...mentioned }),
  z.object({
    kind: z.literal('calculation'),
    ...mentioned,
    calculation: z.object({ by: z.enum(['equation', 'total', 'period', 'rule']), left: z.array(step), right: z.array(step) }),
  }),
]);

export const claimRecord: z.ZodType<ClaimRecord> = z.object({
  id: z.string(),
  article: z.string(),
  subject: z.object({ scheme: text, thing: z.string(), people: words }),
  attribute: z.string(),
  condition: z.array(
    z.discriminatedUnion('kind', [
      z.object({ axis: z.string(), kind: z.literal('interval'), range, unit: z.string(), spelled: z.array(z.enum(['lo', 'hi'])) }),
      z.object({ axis: z.string(), kind: z.literal('values'), values: words }),
      z.object({ axis: z.string(), kind: z.literal('except'), values: words }),
      z.object({ axis: z.literal('opaque'), kind: z.literal('opaque'), text: z.string() }),
    ]),
  ),
  outcome: z.discriminatedUnion('type', [
    z.object({ type: z.literal('truth'), value: z.boolean() }),
    z.object({
      type: z.literal('number'),
      range,
      bound: z.enum(['exact', 'min', 'max', 'range']),
      unit: z.string(),
      per: text,
      approximate: z.boolean(),
    }),
    z.object({ type: z.literal('choice'), values: words, modality: z.enum(['must', 'may', 'not']) }),
    z.object({ type: z.literal('uniform'), value: z.boolean() }),
    z.object({ type: z.literal('text'), text: z.string() }),
  ]),
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
  period: z.object({ from: text, to: text, year: z.number().int().nullable() }).nullable(),
  published: text,
  cites: text.default(null),
  strength: z.enum(['universal', 'plain', 'hedged']),
  hedgedByRegion: z.boolean(),
  typical: z.boolean(),
  excepted: z.boolean(),
  series: text,
  section: text,
  borrowed: z.boolean().default(false),
  mood: z.enum(['asserted', 'refuted', 'question', 'example', 'supposed', 'history', 'future']),
  mention: mention.nullable(),
  evidence: z.object({ file: z.string(), startLine: whole, startColumn: whole, endLine: whole, endColumn: whole, quote: z.string() }),
  title: z.string(),
  teaser: z.boolean(),
});
