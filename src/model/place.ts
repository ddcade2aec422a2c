// The one order of claims: by file, then by where they stand in it.
import type { Claim } from '../model/claim.ts';

export function byPlace(a: Claim, b: Claim): number {
  return (
    compareText(a.evidence.file, b.evidence.file) ||
    a.evidence.startLine - b.evidence.startLine ||
    a.evidence.startColumn - b.evidence.startColumn ||
    compareText(a.id, b.id)
  );
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
