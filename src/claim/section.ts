// Of what a claim speaks beyond what the packs know: words of its clause, or of the heading above it, that nothing explains.
import type { Attribute, Packs } from '../pack/pack.ts';
import type { AttributeToken, TermToken, Token } from '../parse/clause.ts';
import type { Draft, Site } from './draft.ts';
import { tokensOf } from './layer.ts';
import type { Layer, LayerKind } from './layer.ts';
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
export function sectionOf({ packs, clause, sentence, layers, reading }: Site, draft: Draft, thing: LayerKind | 'pack'): string | null {
  const { text } = reading.scan;
  if (draft.outcome.type === 'number') {
    // 即每人每月1056元 goes on about what the sentence began with.
    const from = draft.cueFrom === 'clause' && !isBasis(draft) ? clause.start : sentence.start;
    const own = contentOf(
      unexplained(text, tokensOf(sentence).filter(explainerOf(packs, draft.attribute)), from, Math.min(draft.anchor, clause.end), false),
    );
    if (own.length >= PHRASE) return own;
  }
  const foreign = foreignCase(packs, layers, draft.attribute, text);
  if (foreign !== null || draft.outcome.type !== 'number') return foreign;
  const heading = NEAR.has(thing as LayerKind) ? undefined : layers.find(({ kind }) => kind === 'heading');
  if (!heading) return null;
  const name = contentOf(unexplained(text, heading.tokens, heading.start, heading.end, true).replace(ORDINALS, ''));
  const least = heading.unit.sentences.some(({ mood }) => mood === 'question') ? PHRASE + 1 : NAME;
  if (name.length >= least) return name;
  // 16. 公租房呢? below a title that speaks of settling: what the title names is not the matter of the section.
  const things = heading.tokens.filter(
    (token): token is TermToken => token.category === 'concept' && packs.concepts.get(token.ref)!.kind === 'thing',
  );
  return thing === 'title' || thing === 'context' || thing === 'pack' ? things.map(({ ref }) => ref).join('/') || null : null;
}

/** 愿意一并参加生育保障的,按9.5%缴费: a case told before the claim in words that only other attributes know. */
function foreignCase(packs: Packs, layers: readonly Layer[], attribute: Attribute, text: string): string | null {
  const told = layers.find(({ kind, role }) => kind === 'sentence' && role === 'condition');
  if (!told) return null;
  const content = contentOf(unexplained(text, told.tokens.filter(explainerOf(packs, attribute)), told.start, told.end, true));
  return content.length >= PHRASE ? content : null;
}

/** 每人每年724元: the cue is nothing but the basis of the number. */
const isBasis = ({ cue, anchor, anchorEnd }: Draft): boolean => cue !== null && cue.from >= anchor && cue.to < anchorEnd;

const kin = new WeakMap<Attribute, { readonly packs: Packs; readonly is: WeakMap<AttributeToken['words'], boolean> }>();

/** Whether a word is one of attributes that are said of the same things: asked for each word of a sentence, of which there are few for all texts. */
function isKin(packs: Packs, attribute: Attribute, words: AttributeToken['words']): boolean {
  let known = kin.get(attribute);
  if (known === undefined || known.packs !== packs) kin.set(attribute, (known = { packs, is: new WeakMap() }));
  let is = known.is.get(words);
  if (is === undefined) {
    is = words.some(({ ref }) => packs.attributes.get(ref)!.of.some((thing) => attribute.of.includes(thing)));
    known.is.set(words, is);
  }
  return is;
}

/** Words of attributes of other things, and cases that only those know, explain nothing. */
const explainerOf =
  (packs: Packs, attribute: Attribute) =>
  (token: Token): boolean => {
    if (token.category === 'attribute') return isKin(packs, attribute, token.words);
    if (token.category !== 'value' && token.category !== 'axis') return true;
    const only = packs.axes.get(token.ref)?.only ?? [];
    return only.length === 0 || only.includes(attribute.id);
  };
