// Whether a cue is said of the matter at all: the words it needs are there, and it is asserted rather than spoken about.
import type { Attribute } from '../pack/pack.ts';
import type { Cue } from './attribute-cue.ts';
import type { Site } from './draft.ts';
import type { Layer } from './layer.ts';

const FAR: ReadonlySet<string> = new Set(['title', 'context', 'block']);

/** Whether the words that an attribute needs stand in the clause or its context, and those that rule it out do not stand in the clause. */
export function meetsNeeds(site: Site, attribute: Attribute, answers = false): boolean {
  const says = (layer: Layer, list: string): boolean => layer.tokens.some((token) => token.category === 'attribute' && token.ref === attribute.id && token.detail === list);
  if (attribute.not.length > 0 && attribute.type === 'truth' && says(site.layers[0]!, 'not')) return false;
  // A verdict is about the matter at hand: what the title or an earlier sentence speaks of is too far away.
  const near = !answers && (attribute.type === 'truth' || attribute.type === 'choice') ? site.layers.filter((layer) => !FAR.has(layer.kind)) : site.layers;
  if (attribute.needs.length === 0 || near.some((layer) => says(layer, 'needs'))) return true;
  return site.sentence.clauses.slice(site.index + 1).some((clause) => clause.tokens.some((token) => token.category === 'attribute' && token.ref === attribute.id && token.detail === 'needs'));
}

/** 余额清零的原因, 清零问题: spoken about, not asserted. */
export function isNominal(site: Site, cue: Cue): boolean {
  const { text } = site.reading.scan;
  if (cue.end >= site.clause.end) return false;
  if (text[cue.end] === '的' && cue.end + 1 < site.clause.end && text[cue.end + 1] !== ' ') return true;
  return site.clause.tokens.some((token) => token.category === 'role' && token.ref === 'topic' && token.start === cue.end);
}
