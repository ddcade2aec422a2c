// What a clause says of a known subject in words that no attribute of the packs covers: kept, shown, never compared.
import { toEvidence } from '../model/locate.ts';
import { hasRole } from '../parse/clause.ts';
import type { Packs } from '../pack/pack.ts';
import type { Site } from './draft.ts';
import type { Layer } from './layer.ts';
import { resolveRegion } from './scope.ts';
import { resolveScheme } from './scheme.ts';
import { fits } from './thing.ts';
import { unqualified } from './plain.ts';
import type { NewClaim } from './plain.ts';

/** Attribute id of statements. */
export const STATEMENT = '陈述';

/** The thing that the nearest layer names last and that fits the scheme, or null. */
export function nearestThing(packs: Packs, layers: readonly Layer[], scheme: string | null): string | null {
  for (const layer of layers) {
    const named = layer.concepts.findLast(
      (token) => token.detail !== 'weak' && packs.concepts.get(token.ref)?.kind === 'thing' && fits(packs, token.ref, scheme),
    );
    if (named) return named.ref;
  }
  return null;
}

/** The statement of a clause, or null where it has no subject that the packs know or asserts nothing. */
export function statementOf(site: Site): NewClaim | null {
  const { clause, sentence, layers, reading, packs } = site;
  if (
    site.unit.block.kind === 'heading' ||
    clause.role === 'label' ||
    (clause.role === 'condition' && sentence.clauses.length > site.index + 1)
  )
    return null;
  if (!asserts(site)) return null;
  const scheme = resolveScheme(packs, layers, clause.end);
  const thing = nearestThing(packs, layers, scheme?.id ?? null);
  if (thing === null && scheme === null) return null;
  const before = sentence.clauses[site.index - 1];
  const start = before && before.role !== 'statement' ? before.start : clause.start;
  const region = resolveRegion(packs, layers, clause.start, clause.end);
  const said = unqualified({
    subject: { scheme: scheme?.id ?? null, thing: thing ?? scheme!.id, people: [] },
    attribute: STATEMENT,
    outcome: { type: 'text', text: reading.scan.text.slice(clause.start, clause.end) },
    mood: sentence.mood,
    mention: null,
    evidence: toEvidence(reading.article, { start, end: clause.end }),
    provenance: [],
  });
  return { ...said, region: region?.value ?? null };
}

/** A rule has a modal, a negation, a verdict or a value in it; narration has none. */
function asserts(site: Site): boolean {
  return (
    site.clause.tokens.some((token) => token.category === 'quantity' || token.category === 'attribute') ||
    ['may', 'must', 'only', 'negation', 'privative', 'copula', 'hedge'].some((role) => hasRole(site.clause.tokens, role))
  );
}
