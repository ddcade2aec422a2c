// The form of a baseline on disk: sorted JSON, an entry over a few lines, so that a diff shows which finding came or went.
import { z } from 'zod';
import { KINDS, SEVERITIES } from '../model/finding.ts';
import { sorted } from './baseline.ts';
import type { Baseline } from './baseline.ts';

/** Grows with the form of the file, or when fingerprints are made in another way. */
export const BASELINE_VERSION = 1;

const side = z.strictObject({
  says: z.string(),
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{12}\.[0-9a-f]{6}$/, 'a fingerprint as claimlint writes it')).min(1),
});

/** What a finding said when somebody decided about it. */
export const knownForm = z.strictObject({
  kind: z.enum(KINDS),
  severity: z.enum(SEVERITIES),
  topic: z.string(),
  file: z.string().min(1).nullable().default(null),
  sides: z.array(side).min(1),
});

export const baselineForm = z.strictObject({
  schemaVersion: z.literal(BASELINE_VERSION),
  paths: z.array(z.string().min(1)).default([]),
  findings: z.array(knownForm),
});

/** @throws ZodError */
export const parseBaseline = (data: unknown): Baseline => baselineForm.parse(data);

export function baselineText({ paths, findings }: Baseline): string {
  const entries = sorted(findings).map(({ kind, severity, topic, file, sides }) => {
    const head = { kind, severity, topic, ...(file === null ? {} : { file }) };
    const fields = Object.entries(head).map(([key, value]) => `"${key}": ${written(value)}`);
    const lines = sides.map(
      ({ says, fingerprints }) => `        { "says": ${written(says)}, "fingerprints": [${fingerprints.map(written).join(', ')}] }`,
    );
    return `    {\n      ${fields.join(', ')},\n      "sides": [\n${lines.join(',\n')}\n      ]\n    }`;
  });
  const list = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  return `{\n  "schemaVersion": ${BASELINE_VERSION},\n  "paths": [${paths.map(written).join(', ')}],\n  "findings": ${list}\n}\n`;
}

/** JSON of a text on one line, also for programs that break lines on U+2028. */
const written = (text: string): string => JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
