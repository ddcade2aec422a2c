// Some claims of a corpus are what an audit is about: findings without them are left out, in the others they come first.
import type { Finding, Side } from '../model/finding.ts';

/**
 * @param findings with every claim on their sides
 * @param claims ids of the claims that the audit is about
 * @param maxEvidence claims listed per side, 0 for all
 * @returns those in which one of the claims takes part, in their order; such sides stand before the others, and on a side such claims
 */
export function focusOn(findings: readonly Finding[], claims: ReadonlySet<string>, maxEvidence: number): Finding[] {
  const takesPart = (side: Side): boolean => side.claims.some((id) => claims.has(id));
  return findings.flatMap((finding) => {
    const order = first([...finding.sides.keys()], (index) => takesPart(finding.sides[index]!));
    const sides = order.map((index) => sideOf(finding.sides[index]!, claims, maxEvidence));
    if (!takesPart(finding.sides[order[0]!]!)) return [];
    const standing = finding.standing && { ...finding.standing, side: order.indexOf(finding.standing.side) };
    return [{ ...finding, sides, standing }];
  });
}

function sideOf(side: Side, claims: ReadonlySet<string>, maxEvidence: number): Side {
  const ordered = first(side.claims, (id) => claims.has(id));
  return { ...side, claims: maxEvidence > 0 ? ordered.slice(0, maxEvidence) : ordered };
}

/** Those that the test holds for before the others, each in their order. */
function first<T>(list: readonly T[], test: (item: T) => boolean): T[] {
  return [...list.filter(test), ...list.filter((item) => !test(item))];
}
