// Some claims of a corpus are what an audit is about: in its findings they come first.
import type { Finding, Side } from '../model/finding.ts';

/**
 * @param claims ids of the claims that the audit is about
 * @returns the finding, the sides on which one of them stands before the others, each group in its order
 */
export function focusOn(finding: Finding, claims: ReadonlySet<string>): Finding {
  const takesPart = (side: Side): boolean => side.claims.some((id) => claims.has(id));
  const indexes = [...finding.sides.keys()];
  const order = [
    ...indexes.filter((index) => takesPart(finding.sides[index]!)),
    ...indexes.filter((index) => !takesPart(finding.sides[index]!)),
  ];
  const standing = finding.standing && { ...finding.standing, side: order.indexOf(finding.standing.side) };
  return { ...finding, sides: order.map((index) => finding.sides[index]!), standing };
}
