// The form of a list of waivers, as people write it and as the HTML report exports it.
import { z } from 'zod';
import { DECISIONS } from '../model/waiver.ts';
import { knownForm } from './baseline-form.ts';

const waiver = z.strictObject({
  finding: z.string().min(1).describe('Id of the finding, in quotes'),
  decision: z.enum(DECISIONS),
  reason: z.string().describe('Why it may be left alone'),
  who: z.string().describe('Who answers for it'),
  until: z.iso.date().optional().describe('The last day on which it holds'),
  said: knownForm.optional().describe('What the finding said, as claimlint writes it: with it the waiver holds as a baseline does'),
});

/** Below a key, as the HTML report exports it, or by itself. */
export const waiversForm = z.strictObject({ waivers: z.array(waiver).nullable() });
export const bareWaiversForm = z.array(waiver);
