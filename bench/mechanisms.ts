// The mechanisms that `npm run ablation` takes away, one at a time: by other data or by changing what one stage hands to the next, never by a switch in the program.
import type { Claim } from '../src/model/claim.ts';
import type { Attribute, Axis, Packs } from '../src/pack/pack.ts';
import type { ContextKind, Token, Unit } from '../src/parse/clause.ts';
import type { Reading } from '../src/parse/read.ts';

export interface Mechanism {
  readonly group: string;
  readonly name: string;
  /** The packs without it. */
  readonly packs?: (packs: Packs) => Packs;
  /** Whether a token of the scan stays. */
  readonly token?: (token: Token) => boolean;
  /** Whether a word of an attribute stays that stands in the list. */
  readonly word?: (list: string) => boolean;
  /** Words that are taken out of the pack files themselves, so that what they hide is seen. */
  readonly files?: FileEdit;
  readonly reading?: (reading: Reading) => Reading;
  /** The claim without it, or null for none. */
  readonly claim?: (claim: Claim) => Claim | null;
}

/** Changes one parsed YAML file in place and tells the words that went. */
export type FileEdit = (file: Record<string, unknown>) => readonly string[];

type Mapping = Record<string, Record<string, unknown>>;

/** Attributes of every pack with other values for some keys. */
const attributes =
  (change: (attribute: Attribute) => Partial<Attribute>) =>
  (packs: Packs): Packs => ({
    ...packs,
    attributes: new Map([...packs.attributes].map(([id, attribute]) => [id, { ...attribute, ...change(attribute) }])),
  });

const axes =
  (change: (axis: Axis) => Partial<Axis>) =>
  (packs: Packs): Packs => ({
    ...packs,
    axes: new Map([...packs.axes].map(([id, axis]) => [id, { ...axis, ...change(axis) }])),
  });

/** Keys of attributes, each with what it is where no pack states it. */
const ATTRIBUTE_KEYS: Partial<Attribute> = {
  own: false,
  schemes: [],
  family: false,
  upper: null,
  defaults: {},
  single: false,
  range: null,
  requirement: false,
  threshold: false,
  limit: false,
  per: null,
  needs: [],
  about: [],
  not: [],
  yearly: false,
  implies: null,
  ignoreAxes: [],
  needAxes: [],
  earnAxes: [],
  mustAxes: [],
  gapped: new Map(),
};

const AXIS_KEYS: Partial<Axis> = { people: false, presence: false, exclusive: false, inherit: true, steps: [], only: [] };

/** Fields of a claim, each with its plainest value. */
const CLAIM_FIELDS: Readonly<Record<string, (claim: Claim) => Partial<Claim> | null>> = {
  region: () => ({ region: null }),
  period: () => ({ period: null }),
  published: () => ({ published: null }),
  hedges: ({ strength }) => (strength === 'hedged' ? { strength: 'plain', hedgedByRegion: false } : {}),
  'universal words': ({ strength }) => (strength === 'universal' ? { strength: 'plain' } : {}),
  'hedges about regions': () => ({ hedgedByRegion: false }),
  'hedges of most': () => ({ typical: false }),
  'open exceptions': () => ({ excepted: false }),
  'series of rows and items': () => ({ series: null }),
  'opaque conditions': ({ condition }) => ({ condition: condition.filter(({ kind }) => kind !== 'opaque') }),
  'all conditions': () => ({ condition: [] }),
  'schemes of claims': ({ subject }) => ({ subject: { ...subject, scheme: null } }),
  'refuted beliefs': ({ mood }) => (mood === 'refuted' ? { mood: 'asserted' } : {}),
  'worked examples': ({ mood }) => (mood === 'example' ? { mood: 'asserted' } : {}),
  history: ({ mood }) => (mood === 'history' ? { mood: 'asserted' } : {}),
  approximation: ({ outcome }) => (outcome.type === 'number' ? { outcome: { ...outcome, approximate: false } } : {}),
  'time basis': ({ outcome }) => (outcome.type === 'number' ? { outcome: { ...outcome, per: null } } : {}),
  'least and greatest values': ({ outcome }) => (outcome.type === 'number' ? { outcome: { ...outcome, bound: 'exact' } } : {}),
  'truth claims': ({ outcome }) => (outcome.type === 'truth' ? null : {}),
  'number claims': ({ outcome }) => (outcome.type === 'number' ? null : {}),
  'choice claims': ({ outcome }) => (outcome.type === 'choice' ? null : {}),
  'claims of one rule for all regions': ({ outcome }) => (outcome.type === 'uniform' ? null : {}),
  'cues outside the clause': ({ provenance }) =>
    provenance.some(({ field, from }) => field === 'attribute' && from !== 'clause' && from !== 'pack') ? null : {},
};

/** Context of the kinds is not looked at. */
const withoutLinks =
  (kinds: readonly ContextKind[]) =>
  (reading: Reading): Reading => ({
    ...reading,
    units: reading.units.map((unit) => ({ ...unit, context: unit.context.filter(({ kind }) => !kinds.includes(kind)) })),
  });

/** Each sentence a unit of its own: none sees those before it in its block. */
function withoutNeighbours(reading: Reading): Reading {
  const first = new Map<number, number>();
  let next = 0;
  for (const { index, sentences } of reading.units) {
    first.set(index, next);
    next += Math.max(1, sentences.length);
  }
  const units = reading.units.flatMap((unit): Unit[] => {
    const context = unit.context.map((link) => ({ ...link, unit: first.get(link.unit)! }));
    const parts = unit.sentences.length === 0 ? [[]] : unit.sentences.map((sentence) => [sentence]);
    return parts.map((sentences, at) => ({ ...unit, index: first.get(unit.index)! + at, sentences, context }));
  });
  return { ...reading, units };
}

const CONTEXTS: Readonly<Record<string, readonly ContextKind[]>> = {
  title: ['title'],
  headings: ['heading'],
  'list parents': ['parent'],
  'paragraphs that introduce': ['lead'],
  'row heads': ['row'],
  'column heads': ['column'],
  captions: ['caption'],
  'page around the article': ['context'],
  'all of these': ['title', 'heading', 'parent', 'lead', 'row', 'column', 'caption', 'context'],
};

/** Lists of words of one key, over all entries of a section. */
const withoutLists =
  (section: string, key: string): FileEdit =>
  (file) => {
    const gone: string[] = [];
    for (const entry of Object.values((file[section] ?? {}) as Mapping)) {
      gone.push(...((entry[key] as readonly string[] | undefined) ?? []));
      delete entry[key];
    }
    return gone;
  };

/** A role that nobody reads: its words keep shorter ones from being seen, so that they must go from the file itself. */
const isGuard = (role: string): boolean => /^no[A-Z]/.test(role) || role === 'filler';

const withoutRole =
  (role: string): FileEdit =>
  (file) => {
    const roles = (file['roles'] ?? {}) as Record<string, readonly string[]>;
    const gone = roles[role] ?? [];
    if (role in roles) roles[role] = [];
    return gone;
  };

/** All mechanisms; roles and axes are those of the packs. */
export function mechanismsOf(packs: Packs, roles: readonly string[]): Mechanism[] {
  const plain = (change: Partial<Claim> | null, claim: Claim): Claim | null => (change === null ? null : { ...claim, ...change });
  return [
    ...Object.entries(CLAIM_FIELDS).map(([name, change]) => ({
      group: 'claim',
      name,
      claim: (claim: Claim) => (claim.mention === null ? plain(change(claim), claim) : claim),
    })),
    ...Object.entries(CONTEXTS).map(([name, kinds]) => ({ group: 'context', name, reading: withoutLinks(kinds) })),
    { group: 'context', name: 'sentences before', reading: withoutNeighbours },
    ...Object.entries(ATTRIBUTE_KEYS).map(([name, value]) => ({ group: 'attribute', name, packs: attributes(() => ({ [name]: value })) })),
    ...['zero', 'unlimited', 'inverse'].map((name) => ({
      group: 'attribute',
      name,
      word: (list: string) => list !== name,
    })),
    ...Object.entries(AXIS_KEYS).map(([name, value]) => ({ group: 'axes', name, packs: axes(() => ({ [name]: value })) })),
    {
      group: 'axes',
      name: 'isA of values',
      packs: axes(({ values }) => ({ values: new Map([...values].map(([id]) => [id, [id]])) })),
    },
    { group: 'axes', name: 'shield', files: withoutLists('axes', 'shield') },
    { group: 'concepts', name: 'shield', files: withoutLists('concepts', 'shield') },
    { group: 'concepts', name: 'weak', token: (token) => !(token.category === 'concept' && token.detail === 'weak') },
    {
      group: 'concepts',
      name: 'usual',
      packs: (all) => ({ ...all, concepts: new Map([...all.concepts].map(([id, concept]) => [id, { ...concept, usual: null }])) }),
    },
    ...[...packs.axes.keys()].map((axis) => ({
      group: 'axis',
      name: axis,
      claim: (claim: Claim) => ({ ...claim, condition: claim.condition.filter((one) => one.axis !== axis) }),
    })),
    ...roles.map((role) =>
      isGuard(role)
        ? { group: 'role', name: role, files: withoutRole(role) }
        : { group: 'role', name: role, token: (token: Token) => !(token.category === 'role' && token.ref === role) },
    ),
  ];
}
