// A decision to leave a finding alone, with who answers for it.

export const DECISIONS = ['false-alarm', 'accepted'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Waiver {
  /** `file`: a list of waivers · `inline`: a comment in the article itself. */
  readonly by: 'file' | 'inline';
  readonly decision: Decision;
  readonly reason: string;
  readonly who: string | null;
  /** The last day on which it holds, ISO; null for no end. */
  readonly until: string | null;
  /** Where it is written. */
  readonly file: string;
  readonly line: number;
}

/** Whether it still holds on `day` (ISO). */
export const isInEffect = ({ until }: Waiver, day: string): boolean => until === null || day <= until;
