// An entry of the register → a claim in the terms of the packs, or the key that is wrong and why.
import { unqualified } from '../claim/plain.ts';
import { outcomeOf, UNLIMITED_MONTHS, UNITS } from '../claim/value.ts';
import type { Claim, Constraint, Interval, Outcome } from '../model/claim.ts';
import type { Reference } from '../model/reference.ts';
import type { Evidence } from '../model/span.ts';
import { fold } from '../pack/fold.ts';
import type { Arguments, PackMessage } from '../pack/messages.ts';
import { relateConcepts } from '../pack/pack.ts';
import type { Attribute, Axis, Packs } from '../pack/pack.ts';
import { readQuantity } from '../scan/quantity.ts';
import type { Quantity } from '../scan/quantity.ts';
import type { RegisterEntry } from './form.ts';

/** What is wrong with an entry: the key below which it stands, the message, and names that may have been meant. */
export class EntryFault extends Error {
  readonly path: readonly string[];
  readonly code: PackMessage;
  readonly args: Arguments;
  readonly candidates: readonly string[];

  constructor(path: readonly string[], code: PackMessage, args: Arguments, candidates: Iterable<string> = []) {
    super(code);
    this.path = path;
    this.code = code;
    this.args = args;
    this.candidates = [...candidates];
  }
}

const ANY: Interval = { lo: 0, hi: null, loOpen: true, hiOpen: false };
const WHOLE_COUNTRY = '100000';

/** @throws EntryFault */
export function referenceOf(entry: RegisterEntry, evidence: Evidence, packs: Packs): Reference {
  const attribute = packs.attributes.get(entry.attribute);
  if (!attribute) throw new EntryFault(['attribute'], 'register.attribute', { id: entry.attribute }, packs.attributes.keys());
  const condition = Object.entries(entry.condition).map(([axis, value]) => constraintOf(packs, axis, value));
  const region = entry.region === '全国' ? WHOLE_COUNTRY : packs.regions.resolve(entry.region);
  if (region === null) throw new EntryFault(['region'], 'register.region', { id: entry.region }, packs.regions.terms.keys());
  const { effectiveFrom, effectiveTo } = entry;
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom)
    throw new EntryFault(['effectiveTo'], 'register.dates', { from: effectiveFrom, to: effectiveTo });
  const said = unqualified({
    subject: { ...subjectOf(packs, attribute, entry), people: peopleOf(packs, condition) },
    attribute: attribute.id,
    outcome: outcomeIn(attribute, entry.outcome),
    mood: 'asserted',
    mention: null,
    evidence,
    provenance: [],
  });
  const claim: Claim = {
    ...said,
    id: `register:${entry.id}`,
    // Entries of one document speak together, as the claims of one article do.
    article: `register:${entry.source.title}`,
    condition,
    region: { code: region, name: packs.regions.name(region) },
    period: effectiveFrom === null && effectiveTo === null ? null : { from: effectiveFrom, to: effectiveTo, year: null },
    published: entry.source.date,
    cites: entry.source.documentNumber,
    strength: entry.universal ? 'universal' : 'plain',
  };
  const { title, documentNumber, issuer, date, article } = entry.source;
  return {
    claim,
    source: { id: entry.id, title, documentNumber, issuer, date, article, effectiveFrom, effectiveTo, verified: entry.verified },
    local: entry.local,
  };
}

function subjectOf(packs: Packs, attribute: Attribute, { scheme, thing }: RegisterEntry): { scheme: string | null; thing: string } {
  const { concepts } = packs;
  if (scheme !== null && concepts.get(scheme)?.kind !== 'scheme') {
    const schemes = [...concepts.values()].filter(({ kind }) => kind === 'scheme').map(({ id }) => id);
    throw new EntryFault(['scheme'], 'register.scheme', { id: scheme }, schemes);
  }
  if (!concepts.has(thing)) throw new EntryFault(['thing'], 'register.concept', { id: thing }, concepts.keys());
  const fits = attribute.of.some((one) => ['same', 'inside'].includes(relateConcepts(packs, thing, one)));
  if (!fits)
    throw new EntryFault(['thing'], 'register.thing', { thing, attribute: attribute.id, of: attribute.of.join(', ') }, attribute.of);
  return { scheme, thing };
}

const peopleOf = (packs: Packs, condition: readonly Constraint[]): string[] =>
  condition.flatMap((one) => (one.kind === 'values' && packs.axes.get(one.axis)?.people ? one.values : []));

function constraintOf(packs: Packs, id: string, value: RegisterEntry['condition'][string]): Constraint {
  const path = ['condition', id];
  const axis = packs.axes.get(id);
  if (!axis) throw new EntryFault(path, 'register.axis', { id }, packs.axes.keys());
  if (axis.type !== 'values') {
    if (typeof value !== 'string') throw new EntryFault(path, 'register.span', { value: JSON.stringify(value), id });
    return spanOf(packs, axis, value, path);
  }
  const [kind, values] =
    typeof value === 'string'
      ? (['values', [value]] as const)
      : Array.isArray(value)
        ? (['values', value] as const)
        : (['except', value.except] as const);
  for (const one of values) if (!axis.values.has(one)) throw new EntryFault(path, 'register.value', { value: one, id }, axis.values.keys());
  return { axis: id, kind, values };
}

function spanOf(packs: Packs, axis: Axis, value: string, path: readonly string[]): Constraint {
  if (value === '发生') return { axis: axis.id, kind: 'interval', range: ANY, unit: '', spelled: [] };
  const quantity = whole(fold(value, packs.fold));
  if (quantity === null || !fitsType(quantity, axis.type)) throw new EntryFault(path, 'register.span', { value, id: axis.id });
  return { axis: axis.id, kind: 'interval', range: quantity.range, unit: quantity.unit, spelled: quantity.spelled };
}

/** The quantity that the whole text is, or null. */
function whole(text: string): Quantity | null {
  const quantity = readQuantity(text, 0);
  return quantity?.end === text.length ? quantity : null;
}

const fitsType = ({ dimension }: Quantity, type: string): boolean =>
  dimension === type || (type === 'duration' && dimension === 'workdays') || (type === 'frequency' && dimension === 'duration');

function outcomeIn(attribute: Attribute, told: RegisterEntry['outcome']): Outcome {
  const wrong = (): never => {
    throw new EntryFault(['outcome'], 'register.outcome', { attribute: attribute.id, type: attribute.type });
  };
  if (typeof told === 'boolean') return attribute.type === 'truth' ? { type: 'truth', value: told } : wrong();
  if (typeof told === 'object') {
    if ('uniform' in told) return { type: 'uniform', value: told.uniform };
    if (!['choice', 'season', 'identifier'].includes(attribute.type)) wrong();
    const unknown = attribute.type === 'choice' ? told.choice.find((value) => !attribute.wider.has(value)) : undefined;
    if (unknown !== undefined)
      throw new EntryFault(['outcome'], 'register.value', { value: unknown, id: attribute.id }, attribute.wider.keys());
    return { type: 'choice', values: told.choice, modality: told.modality };
  }
  if (attribute.type === 'duration' && told === '长期')
    return {
      type: 'number',
      range: { lo: UNLIMITED_MONTHS, hi: UNLIMITED_MONTHS, loOpen: false, hiOpen: false },
      bound: 'exact',
      unit: '月',
      per: null,
      approximate: false,
    };
  const quantity = whole(told);
  if (quantity === null || !fitsType(quantity, attribute.type)) return wrong();
  const outcome = outcomeOf(attribute, { ...quantity, category: 'quantity' }, false);
  return outcome.type === 'number' ? { ...outcome, unit: UNITS[attribute.type] ?? outcome.unit } : outcome;
}
