// The form of a list of waivers, as people write it and as the HTML report exports it.
import { z } from 'zod';
import { DECISIONS } from '../model/waiver.ts';
import { knownForm } from './baseline-form.ts';
import type { FindingWaiver } from './waivers.ts';

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

/** Waivers of data that somebody else has read from the list. @param file as it is to be shown @throws ZodError */
export function parseWaivers(data: unknown, file: string): FindingWaiver[] {
  const list = Array.isArray(data) ? bareWaiversForm.parse(data) : (waiversForm.parse(data).waivers ?? []);
  return list.map((entry) => waiverOf(entry, file, 0));
}

/** An entry as the gate takes it. */
export function waiverOf(
  { finding, decision, reason, who, until, said }: z.output<typeof waiver>,
  file: string,
  line: number,
): FindingWaiver {
  return {
    finding,
    waiver: { by: 'file', decision, reason, who: who === '' ? null : who, until: until ?? null, file, line },
    said: said ?? null,
  };
}
