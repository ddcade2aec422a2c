// The form of a file of the register: what its keeper may write, validated once at the border.
import { z } from 'zod';
import { VERIFIED } from '../model/reference.ts';

const text = z.string().min(1);
const day = z.iso.date();
const words = z.array(text).min(1);

const condition = z.union([text, words, z.strictObject({ except: words })]);

const outcome = z.union([
  z.boolean(),
  text,
  z.strictObject({ choice: words, modality: z.enum(['must', 'may', 'not']).default('must') }),
  z.strictObject({ uniform: z.boolean() }),
]);

const source = z.strictObject({
  title: text.describe('Title of the document'),
  documentNumber: text.nullable().default(null),
  issuer: text.nullable().default(null),
  date: day.nullable().default(null).describe('Day on which it was issued'),
  article: text.nullable().default(null).describe('Article or section'),
});

export const registerEntry = z.strictObject({
  id: text.regex(/^[A-Z][A-Z0-9-]*$/).describe('Unique over all files; never given to another claim'),
  states: text.describe('The claim in a sentence of our own, as reports quote it'),
  scheme: text.nullable().default(null).describe('Concept of the packs (kind: scheme), or null for all schemes'),
  thing: text.describe('Concept of the packs that is spoken of'),
  attribute: text.describe('Attribute of the packs'),
  condition: z
    .record(text, condition)
    .default({})
    .describe('Axis of the packs: a span (超过3个月), 发生, a value, values, or values that are left out'),
  outcome: outcome.describe('true or false; a number with its unit (不超过6个月); a choice; whether the whole country has one rule'),
  universal: z.boolean().default(false).describe('It knows no exception'),
  region: text.default('全国').describe('Name of a region of the packs'),
  local: z.boolean().default(false).describe('The law leaves it to the regions: theirs may differ'),
  effectiveFrom: day.nullable(),
  effectiveTo: day.nullable().default(null).describe('The last day'),
  source,
  verified: z.enum(VERIFIED),
  note: text.optional(),
});

export const registerFile = z.strictObject({ topic: text, claims: z.array(registerEntry) });
export type RegisterEntry = z.output<typeof registerEntry>;
