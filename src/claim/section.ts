// Of what a claim speaks beyond what the packs know: words of its clause, or of the heading above it, that nothing explains.
import type { Draft, Site } from './draft.ts';
import type { LayerKind } from './layer.ts';
import { contentOf, unexplained } from './residue.ts';

const NEAR: ReadonlySet<LayerKind> = new Set<LayerKind>(['clause', 'sentence', 'later', 'parent', 'row', 'column', 'caption']);
/** Fewer characters of a heading name nothing. */
const NAME = 2;
/** … and fewer of a clause, or of a question, which have verbs of their own (看病呢). */
const PHRASE = 3;
const ORDINALS = /[一二三四五六七八九十]/g;

/**
 * 备用金支出每季度公开一次 is not how often aid is given; nor, below 八、意外伤害, «门诊起付线100元» the threshold of all other visits.
 * Null where all is explained, or where the claim's own words name its thing.
 */
export function sectionOf({ clause, layers, reading }: Site, draft: Draft, thing: LayerKind | 'pack'): string | null {
  const { text } = reading.scan;
  if (draft.outcome.type === 'number') {
    const own = contentOf(unexplained(text, clause.tokens, clause.start, Math.min(draft.anchor, clause.end), false));
    if (own.length >= PHRASE) return own;
  }
  const heading = NEAR.has(thing as LayerKind) ? undefined : layers.find(({ kind }) => kind === 'heading');
  if (!heading) return null;
  const name = contentOf(unexplained(text, heading.tokens, heading.start, heading.end, true).replace(ORDINALS, ''));
  return name.length >= (heading.unit.sentences.some(({ mood }) => mood === 'question') ? PHRASE + 1 : NAME) ? name : null;
}
