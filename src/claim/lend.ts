// Which conditions a layer lends to the clause that draws on it.
import type { Constraint, Interval } from '../model/claim.ts';
import type { Packs } from '../pack/pack.ts';
import type { Clause } from '../parse/clause.ts';
import type { Found } from './condition.ts';
import type { Layer } from './layer.ts';

/** What is there at all, however long: 断缴期间. */
export const POSITIVE: Interval = { lo: 0, hi: null, loOpen: true, hiOpen: false };

/** Layers whose conditions hold for the clause below them, and of what kind. */
export function lends(layer: Layer, found: Found, packs: Packs, answers: boolean, hinges: boolean, resumes: boolean): boolean {
  const axis = packs.axes.get(found.constraint.axis);
  if (isOneSchemeOf(layer, found, packs)) return false;
  switch (layer.kind) {
    case 'sentence':
      // 须缴满12个月,才能领: the verdict hangs on what stands right before it.
      if (hinges) return true;
      // 断缴超过3个月,余额清零: what befell lasts on, with or without 的; other measures of a verdict are its own.
      return layer.role !== 'statement' || found.constraint.kind !== 'interval' || axis?.presence === true;
    // 断缴满三个月要重新计算等待期。等待期为半年: the next sentence goes on with the same thing in the same case.
    case 'block':
      return resumes && axis?.presence === true && !isPresence(found.constraint);
    case 'later':
    case 'context':
      return false;
    // A title names the topic (断缴…): its groups hold for the whole article, its cases only for the answer to it.
    case 'title':
      return (
        axis?.inherit !== false &&
        (axis?.people === true ||
          axis?.inherit === 'title' ||
          (answers && isPresence(found.constraint)) ||
          (answers && found.constraint.kind === 'values'))
      );
    case 'caption':
      return axis?.inherit !== false && (found.constraint.kind === 'values' || isPresence(found.constraint));
    default:
      return axis?.inherit !== false;
  }
}

/** 职工医保与居民医保比较 above a text: the name of a scheme beside that of another says which groups there are, not of which the clause is. */
function isOneSchemeOf(layer: Layer, { start, end }: Found, packs: Packs): boolean {
  if (layer.kind !== 'title' && layer.kind !== 'heading') return false;
  const named = layer.concepts.filter((token) => {
    const { kind, general } = packs.concepts.get(token.ref)!;
    return kind === 'scheme' && !general && token.detail !== 'weak';
  });
  return named.some((token) => token.start === start && token.end === end) && named.some(({ ref }) => ref !== named[0]!.ref);
}

/** Whether the clause speaks of a thing that the stretch before it speaks of too. */
export const resumes = (packs: Packs, clause: Clause, layer: Layer): boolean =>
  layer.kind === 'block' &&
  layer.concepts.length > 0 &&
  clause.tokens.some(
    (token) =>
      token.category === 'concept' &&
      packs.concepts.get(token.ref)!.kind === 'thing' &&
      token.detail !== 'weak' &&
      layer.concepts.some((other) => other.ref === token.ref),
  );

export const isPresence = (constraint: Constraint): boolean => constraint.kind === 'interval' && constraint.range === POSITIVE;
