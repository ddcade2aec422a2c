// packs/ → Packs: reads every folder, checks that names refer to something, compiles the lexicon.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackError } from './error.ts';
import { readPackFiles } from './files.ts';
import type { DomainFile } from './files.ts';
import { fold, foldTable } from './fold.ts';
import { buildLexicon, GAPPED, SHIELD } from './lexicon.ts';
import type { Entry } from './lexicon.ts';
import type { Attribute, Axis, Concept, GappedCue, Packs, RetiredTerm } from './pack.ts';
import { loadRegions } from './regions.ts';

interface Terms {
  readonly map: Map<string, Entry[]>;
  readonly fold: Uint16Array;
}

/**
 * Loads the shipped packs of `dir` and the additional domain folders `more`.
 * `cache`: a folder where parsed files are kept between runs, or null.
 * Throws PackError with file, line and column for anything that does not fit.
 */
export function loadPacks(dir: string, more: readonly string[] = [], cache: string | null = null): Packs {
  const table = foldTable(readFileSync(join(dir, 'language', 'traditional.txt'), 'utf8'));
  const regions = loadRegions(join(dir, 'regions'));
  const terms: Terms = { map: new Map(), fold: table };
  const files = readPackFiles(dir, more, cache);
  const names: { name: string; version: string }[] = [];
  const concepts = new Map<string, Concept>();
  const axes = new Map<string, Axis>();
  const attributes = new Map<string, Attribute>();
  const retired = new Map<string, RetiredTerm>();

  for (const language of files.languages) {
    for (const [role, list] of Object.entries(language.roles)) add(terms, list, { category: 'role', ref: role, detail: '' });
    for (const [role, parts] of Object.entries(language.compose ?? {})) {
      const words = parts.reduce<string[]>((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), ['']);
      add(terms, words, { category: 'role', ref: role.replace(/\+$/, ''), detail: '' });
    }
  }
  for (const { data } of files.domains) {
    if (data.name) names.push({ name: data.name, version: data.version ?? '0' });
  }
  for (const file of files.domains) addConcepts(file, concepts, terms);
  linkConcepts(concepts, files.domains);
  for (const file of files.domains) {
    addAxes(file, axes, terms);
    addAttributes(file, attributes, terms);
    addRetired(file, retired, terms);
  }
  for (const file of files.domains) checkReferences(file, concepts, axes, attributes);
  for (const [index, term] of regions.terms.entries())
    add(terms, [term.text], { category: 'region', ref: String(index), detail: term.kind });
  return { folder: dir, names, concepts, axes, attributes, retired, regions, lexicon: buildLexicon(terms.map), fold: table };
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
    if (concepts.has(id)) throw error(['concepts', id], `concept ${id} is declared twice`);
    concepts.set(id, {
      id,
      kind: raw.kind,
      isA: raw.isA ?? null,
      partOf: raw.partOf ?? null,
      scheme: raw.scheme ?? null,
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
  const wrong = (id: string, message: string): PackError =>
    (files.find(({ data }) => data.concepts?.[id]) ?? files[0]!).error(['concepts', id], message);
  const walk = (id: string, trail: readonly string[]): string[] => {
    const concept = concepts.get(id);
    if (!concept) throw wrong(trail.at(-1) ?? id, `${trail.at(-1) ?? ''} refers to the concept ${id}, which no pack declares`);
    if (trail.includes(id)) throw wrong(id, `the concepts ${[...trail, id].join(' → ')} form a circle`);
    return [concept.isA, concept.partOf].filter((up) => up !== null).flatMap((up) => [up, ...walk(up, [...trail, id])]);
  };
  for (const concept of concepts.values()) {
    const ancestors = [...new Set(walk(concept.id, []))];
    if (concept.scheme !== null && concepts.get(concept.scheme)?.kind !== 'scheme')
      throw wrong(concept.id, `${concept.id} names the scheme ${concept.scheme}, which no pack declares`);
    if (concept.usual !== null && concepts.get(concept.usual)?.isA !== concept.id)
      throw wrong(concept.id, `the usual kind of ${concept.id}, ${concept.usual}, is no kind of it`);
    const schemes = ancestors.filter((id) => concepts.get(id)?.kind === 'scheme');
    const general = [...concepts.values()].some((other) => other.kind === 'scheme' && other.isA === concept.id);
    concepts.set(concept.id, { ...concept, ancestors, family: schemes.at(-1) ?? concept.id, general });
  }
}

function addAxes({ data, error }: DomainFile, axes: Map<string, Axis>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.axes ?? {})) {
    if (axes.has(id)) throw error(['axes', id], `axis ${id} is declared twice`);
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
    if (attributes.has(id)) throw error(['attributes', id], `attribute ${id} is declared twice`);
    const lists: Record<string, readonly string[] | undefined> = {
      cues: raw.cues,
      yes: raw.yes,
      no: raw.no,
      zero: raw.zero,
      some: raw.some,
      unlimited: raw.unlimited,
      inverse: raw.inverse,
    };
    const parents = new Map<string, string | null>();
    for (const [value, form] of Object.entries(raw.choices ?? {})) {
      parents.set(value, Array.isArray(form) ? null : (form.isA ?? null));
      lists[`choice:${value}`] = Array.isArray(form) ? form : form.terms;
    }
    const gapped: GappedCue[] = [];
    for (const [list, cues] of Object.entries(lists)) {
      for (const cue of cues ?? []) {
        const parts = fold(cue, terms.fold).split('…');
        if (parts.length === 1) add(terms, parts, { category: 'attribute', ref: id, detail: list });
        else {
          gapped.push({ parts, list });
          add(terms, [parts[0]!], { category: 'attribute', ref: id, detail: GAPPED });
        }
      }
    }
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
      per: raw.per ?? null,
      needs: (raw.needs ?? []).map((word) => fold(word, terms.fold)),
      about: (raw.about ?? []).map((word) => fold(word, terms.fold)),
      not: (raw.not ?? []).map((word) => fold(word, terms.fold)),
      yearly: raw.yearly ?? false,
      implies: raw.implies ?? null,
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

function addRetired({ data, error }: DomainFile, retired: Map<string, RetiredTerm>, terms: Terms): void {
  for (const [id, raw] of Object.entries(data.retired ?? {})) {
    if (retired.has(id)) throw error(['retired', id], `retired term ${id} is declared twice`);
    retired.set(id, { id, since: raw.since, replacement: raw.replacement, history: raw.history ?? [] });
    add(terms, raw.terms, { category: 'retired', ref: id, detail: '' });
  }
}

/** Everything that an attribute or axis names must be declared by some pack. */
function checkReferences(
  { data, error }: DomainFile,
  concepts: ReadonlyMap<string, Concept>,
  axes: ReadonlyMap<string, Axis>,
  attributes: ReadonlyMap<string, Attribute>,
): void {
  for (const [id, raw] of Object.entries(data.attributes ?? {})) {
    for (const name of [...raw.of, ...(raw.schemes ?? []), ...Object.entries(raw.defaults ?? {}).flat()]) {
      if (!concepts.has(name)) throw error(['attributes', id], `attribute ${id} refers to the concept ${name}, which no pack declares`);
    }
    for (const name of Object.values(raw.axes ?? {}).flat()) {
      if (!axes.has(name)) throw error(['attributes', id], `attribute ${id} refers to the axis ${name}, which no pack declares`);
    }
    if (raw.upper !== undefined && !attributes.has(raw.upper))
      throw error(['attributes', id], `attribute ${id} gives its upper end to ${raw.upper}, which no pack declares`);
    if (raw.implies && !attributes.has(raw.implies.attribute))
      throw error(['attributes', id], `attribute ${id} implies ${raw.implies.attribute}, which no pack declares`);
  }
}
