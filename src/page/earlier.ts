// An audit of an earlier day, held against this one. It comes from whoever drops it: nothing of it is taken on trust.
import { KINDS, SEVERITIES } from '../model/finding.ts';
import type { Kind, Severity } from '../model/finding.ts';
import type { Entry } from './entry.ts';

export interface EarlierFinding {
  readonly id: string;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly topic: string;
  readonly says: readonly string[];
}

export interface Earlier {
  readonly asOf: string;
  readonly findings: readonly EarlierFinding[];
}

/** @throws Error that tells what is expected and where */
export function readEarlier(text: string): Earlier {
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(data) || !Array.isArray(data['findings'])) throw new Error('findings: [ ] ?');
  const { asOf } = data;
  if (typeof asOf !== 'string') throw new Error('asOf: "YYYY-MM-DD" ?');
  const findings = (data['findings'] as unknown[]).map((value, index): EarlierFinding => {
    if (!isRecord(value)) throw new Error(`findings[${index}]: { } ?`);
    const { id, kind, severity, topic, sides } = value;
    if (typeof id !== 'string') throw new Error(`findings[${index}].id ?`);
    if (!KINDS.includes(kind as Kind)) throw new Error(`findings[${index}].kind ?`);
    if (!SEVERITIES.includes(severity as Severity)) throw new Error(`findings[${index}].severity ?`);
    const says = (Array.isArray(sides) ? (sides as unknown[]) : []).map((side) => (isRecord(side) ? String(side['says'] ?? '') : ''));
    return { id, kind: kind as Kind, severity: severity as Severity, topic: String(topic ?? ''), says };
  });
  return { asOf, findings };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Difference {
  readonly fresh: readonly Entry[];
  readonly gone: readonly EarlierFinding[];
  readonly same: readonly Entry[];
}

export function compareWith({ findings }: Earlier, entries: readonly Entry[]): Difference {
  const before = new Set(findings.map(({ id }) => id));
  const now = new Set(entries.map(({ finding }) => finding.id));
  return {
    fresh: entries.filter(({ finding }) => !before.has(finding.id)),
    gone: findings.filter(({ id }) => !now.has(id)),
    same: entries.filter(({ finding }) => before.has(finding.id)),
  };
}
