// packs/ → tables: reads every folder, checks that names refer to something, collects what each term stands for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Misnomer, PackError } from './error.ts';
import { partsOf } from './alternatives.ts';
import type { Cache } from './cache.ts';
import { extendFiles } from './extend.ts';
import { readPackFiles } from './files.ts';
import type { DomainFile } from './files.ts';
import { fold, foldTable } from './fold.ts';
import { GAPPED, SHIELD } from './lexicon.ts';
import type { Entry } from './lexicon.ts';
import type { Arguments, PackMessage } from './messages.ts';
import type { Attribute, Axis, Concept, GappedCue, RetiredTerm } from './pack.ts';
import { writePhrases } from './phrases.ts';
import { checkReferences } from './references.ts';
import { compileRegions } from './compile-regions.ts';
import type { PackTables } from './tables.ts';

interface Terms {
  readonly map: Map<string, Entry[]>;
  readonly fold: Uint16Array;
}

/**
 * Compiles the shipped packs of `dir` and the additional domain folders `more`; `cache` is where parsed files are kept between runs.
 * Throws PackError with file, line and column for anything that does not fit.
 */
export function compilePacks(dir: string, more: readonly string[], cache: Cache): PackTables {
  const table = foldTable(readFileSync(join(dir, 'language', 'traditional.txt'), 'utf8'));
  const regions = compileRegions(join(dir, 'regions'));
  const terms: Terms = { map: new Map(), fold: table };
  const { languages, domains: written } = readPackFiles(dir, more, cache);
  const domains = writePhrases(extendFiles(written));
  const names: { name: string; version: string }[] = [];
  const concepts = new Map<string, Concept>();
  const axes = new Map<string, Axis>();
  const attributes = new Map<string, Attribute>();
  const retired = new Map<string, RetiredTerm>();

  for (const language of languages) {
    for (const [role, list] of Object.entries(language.roles)) add(terms, list, { category: 'role', ref: role, detail: '' });
    for (const [role, parts] of Object.entries(language.compose ?? {})) {
      const words = parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']);
      add(terms, words, { category: 'role', ref: role.replace(/\++$/, ''), detail: '' });
    }
  }
  for (const { data } of domains) {
    if (data.name) names.push({ name: data.name, version: data.version ?? '0' });
  }
  for (const file of domains) addConcepts(file, concepts, terms);
  linkConcepts(concepts, domains);
  for (const file of domains) {
    addAxes(file, axes, terms);
    addAttributes(file, attributes, terms);
    addRetired(file, retired, terms);
  }
  for (const file of domains) checkReferences(file, concepts, axes, attributes);
  for (const { text, kind } of regions.names.values()) add(terms, [text], { category: 'region', ref: '', detail: kind });
  return { names, concepts, axes, attributes, retired, regions, terms: terms.map, fold: table };
}

function add(terms: Terms, list: readonly string[] | undefined, entry: Entry): void {
  for (const raw of list ?? []) {
    const text = fold(raw, terms.fold);
    const meanings = terms.map.get(text);
    if (!meanings) terms.map.set(text, [entry]);
    else if (!meanings.some((known) => known.category === entry.category && known.ref === entry.ref && known.detail === entry.detail))
      meanings.push(entry);
  }
}

function addConcepts({ data, error }: DomainFile, concepts: Map<string, Concept>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.concepts ?? {})) {
    if (concepts.has(id)) throw error(['concepts', id], 'concept.twice', { id });
    concepts.set(id, {
      id,
      kind: raw.kind,
      isA: raw.isA ?? null,
      partOf: raw.partOf ?? null,
      scheme: raw.scheme ?? null,
      schemeless: raw.schemeless ?? false,
      usual: raw.usual ?? null,
      ancestors: [],
      family: id,
      general: false,
    });
    add(terms, raw.terms, { category: 'concept', ref: id, detail: '' });
    add(terms, raw.weak, { category: 'concept', ref: id, detail: 'weak' });
    add(terms, raw.shield, { category: 'concept', ref: id, detail: SHIELD });
  }
}

/** Fills in ancestors and families; a name that refers to nothing, or a circle, is an error. */
function linkConcepts(concepts: Map<string, Concept>, files: readonly DomainFile[]): void {
  const wrong = (id: string, ...what: [PackMessage, Arguments, Misnomer?]): PackError =>
    (files.find(({ data }) => data.concepts?.[id]) ?? files[0]!).error(['concepts', id], ...what);
  const walk = (id: string, trail: readonly string[]): string[] => {
    const concept = concepts.get(id);
    if (!concept)
      throw wrong(trail.at(-1) ?? id, 'concept.unknown', { from: trail.at(-1) ?? '', id }, { word: id, candidates: [...concepts.keys()] });
    if (trail.includes(id)) throw wrong(id, 'concept.circle', { trail: [...trail, id].join(' → ') });
    return [concept.isA, concept.partOf].filter((up) => up !== null).flatMap((up) => [up, ...walk(up, [...trail, id])]);
  };
  for (const concept of concepts.values()) {
    const ancestors = [...new Set(walk(concept.id, []))];
    if (concept.scheme !== null && concepts.get(concept.scheme)?.kind !== 'scheme')
      throw wrong(
        concept.id,
        'scheme.unknown',
        { from: concept.id, id: concept.scheme },
        { word: concept.scheme, candidates: [...concepts.values()].filter(({ kind }) => kind === 'scheme').map(({ id }) => id) },
      );
    if (concept.usual !== null && concepts.get(concept.usual)?.isA !== concept.id)
      throw wrong(concept.id, 'concept.usual', { from: concept.id, id: concept.usual });
    const schemes = ancestors.filter((id) => concepts.get(id)?.kind === 'scheme');
    const general = [...concepts.values()].some((other) => other.kind === 'scheme' && other.isA === concept.id);
    concepts.set(concept.id, { ...concept, ancestors, family: schemes.at(-1) ?? concept.id, general });
  }
}

function addAxes({ data, error }: DomainFile, axes: Map<string, Axis>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.axes ?? {})) {
    if (axes.has(id)) throw error(['axes', id], 'axis.twice', { id });
    const parents = new Map<string, string | null>();
    for (const [value, form] of Object.entries(raw.values ?? {})) {
      parents.set(value, Array.isArray(form) ? null : (form.isA ?? null));
      add(terms, Array.isArray(form) ? form : form.terms, { category: 'value', ref: id, detail: value });
    }
    const values = chainsOf(parents);
    add(terms, raw.cues, { category: 'axis', ref: id, detail: '' });
    add(terms, raw.shield, { category: 'value', ref: id, detail: SHIELD });
    axes.set(id, {
      id,
      type: raw.type,
      people: raw.people ?? false,
      presence: raw.presence ?? false,
      exclusive: raw.exclusive ?? true,
      pair: raw.pair ?? false,
      usual: raw.usual ?? null,
      inherit: raw.inherit ?? true,
      steps: raw.steps ?? [],
      only: raw.only ?? [],
      values,
    });
  }
}

/** value → itself and all values that it lies in. */
function chainsOf(parents: ReadonlyMap<string, string | null>): Map<string, string[]> {
  const chains = new Map<string, string[]>();
  for (const value of parents.keys()) {
    const chain: string[] = [];
    for (let at: string | null | undefined = value; at && !chain.includes(at); at = parents.get(at)) chain.push(at);
    chains.set(value, chain);
  }
  return chains;
}

function addAttributes({ data, error }: DomainFile, attributes: Map<string, Attribute>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.attributes ?? {})) {
    if (attributes.has(id)) throw error(['attributes', id], 'attribute.twice', { id });
    const lists: Record<string, readonly string[] | undefined> = {
      cues: raw.cues,
      yes: raw.yes,
      no: raw.no,
      zero: raw.zero,
      full: raw.full,
      some: raw.some,
      unlimited: raw.unlimited,
      inverse: raw.inverse,
    };
    const parents = new Map<string, string | null>();
    for (const [value, form] of Object.entries(raw.choices ?? {})) {
      parents.set(value, Array.isArray(form) ? null : (form.isA ?? null));
      lists[`choice:${value}`] = Array.isArray(form) ? form : form.terms;
    }
    const gapped = new Map<string, GappedCue[]>();
    for (const [list, cues] of Object.entries(lists)) {
      for (const cue of cues ?? []) {
        const [heads, ...tails] = partsOf(fold(cue, terms.fold));
        if (tails.length === 0) add(terms, heads, { category: 'attribute', ref: id, detail: list });
        else {
          add(terms, heads, { category: 'attribute', ref: id, detail: GAPPED });
          for (const head of heads!) gapped.set(head, [...(gapped.get(head) ?? []), { tails, list }]);
        }
      }
    }
    lendTails(gapped);
    attributes.set(id, {
      id,
      type: raw.type,
      of: raw.of,
      own: raw.own ?? false,
      schemes: raw.schemes ?? [],
      family: raw.family ?? false,
      upper: raw.upper ?? null,
      defaults: raw.defaults ?? {},
      single: raw.single ?? false,
      range: raw.range ?? null,
      requirement: (raw.requirement ?? false) || (raw.threshold ?? false),
      threshold: raw.threshold ?? false,
      limit: raw.limit ?? false,
      points: raw.points ?? false,
      per: raw.per ?? null,
      needs: (raw.needs ?? []).map((word) => fold(word, terms.fold)),
      about: (raw.about ?? []).map((word) => fold(word, terms.fold)),
      elsewhere: (raw.elsewhere ?? []).map((word) => fold(word, terms.fold)),
      not: (raw.not ?? []).map((word) => fold(word, terms.fold)),
      as: raw.as ?? id,
      yearly: raw.yearly ?? false,
      implies: raw.implies ?? null,
      bears: (raw.bears ?? []).map(({ when = null, ...rest }) => ({ when, ...rest })),
      share: raw.share ?? null,
      ignoreAxes: raw.axes?.ignore ?? [],
      needAxes: raw.axes?.need ?? [],
      earnAxes: raw.axes?.earn ?? [],
      wider: new Map([...chainsOf(parents)].map(([value, chain]) => [value, chain.slice(1)])),
      mustAxes: raw.axes?.must ?? [],
      says: raw.says ?? { yes: id, no: `不${id}` },
      gapped,
    });
  }
}

/** 当月起…停 and 当月…中止: the longest head alone is seen, so it takes on what may follow the shorter ones that it begins with. */
function lendTails(gapped: Map<string, GappedCue[]>): void {
  const own = new Map(gapped);
  for (const [head, cues] of own) {
    const lent: GappedCue[] = [];
    for (let end = head.length - 1; end > 0; end--) lent.push(...(own.get(head.slice(0, end)) ?? []));
    if (lent.length > 0) gapped.set(head, [...cues, ...lent]);
  }
}

function addRetired({ data, error }: DomainFile, retired: Map<string, RetiredTerm>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.retired ?? {})) {
    if (retired.has(id)) throw error(['retired', id], 'retired.twice', { id });
    retired.set(id, { id, since: raw.since, replacement: raw.replacement, history: raw.history ?? [] });
    add(terms, raw.terms, { category: 'retired', ref: id, detail: '' });
  }
}
