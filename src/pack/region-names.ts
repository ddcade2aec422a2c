// Rows and rules → every name a text may use for a region, with what it stands for when nothing is near it.
import type { RegionData } from './region-data.ts';

/**
 * `full` and `short` count by themselves where they mean one region, `ambiguous` ones only after the name of what they lie in,
 * an `abbreviation` only in its frames; `country` means the whole country.
 */
export type RegionKind = 'full' | 'short' | 'ambiguous' | 'abbreviation' | 'country';

export interface RegionName {
  readonly text: string;
  /** Every region that is called so, in the order of the tables. */
  readonly codes: readonly string[];
  readonly kind: RegionKind;
  /** The region that is meant where no neighbour says more; null where none is. */
  readonly own: string | null;
}

interface Draft {
  readonly text: string;
  readonly codes: string[];
  kind: RegionKind;
  own: string | null;
  /** Tier of the regions between which `own` was chosen. */
  tier: number;
}

const STRENGTH: Readonly<Record<RegionKind, number>> = { country: 4, full: 3, short: 2, ambiguous: 1, abbreviation: 0 };

/** 1 province, 2 city (also a city right under a province: …90xx up to 20), 3 county. */
export function tierOf(code: string): number {
  if (code.endsWith('0000')) return 1;
  return code.endsWith('00') || (code.slice(2, 4) === '90' && code.slice(4) <= '20') ? 2 : 3;
}

/** All names by their text. Built on every start: one pass, one object per name. */
export function collectNames({ divisions, former, overlay }: RegionData): Map<string, RegionName> {
  const names = new Map<string, Draft>();
  const ambiguous = new Set(overlay.ambiguous);
  const known = new Set(overlay.known);
  const commonWords = new Set(overlay.commonWords);
  const add = (text: string, code: string, kind: RegionKind): void => addUse(names, text, code, ambiguous.has(text) ? 'ambiguous' : kind);

  for (const { code, name, short, other } of divisions.values()) {
    // 和县 or 理县 turn up inside other words (参保地和县外, 办理县外) far more often than as themselves.
    add(name, code, name.length < 3 ? 'ambiguous' : 'full');
    if (other !== '') add(other, code, 'full');
    if (short !== '' && !commonWords.has(short)) add(short, code, tierOf(code) < 3 || known.has(short) ? 'short' : 'ambiguous');
  }
  for (const { code, name } of former) add(name, code, 'full');
  for (const [name, code] of overlay.nicknames) add(name, code, 'short');
  for (const group of overlay.abbreviations) for (const [name, code] of group.codes) add(name, code, 'abbreviation');
  for (const word of [overlay.country.name, ...overlay.country.words]) add(word, overlay.country.code, 'country');
  return names;
}

/** The strongest use decides what a text means alone; of equal ones the wider region (吉林: the province), of two cities neither. */
function addUse(names: Map<string, Draft>, text: string, code: string, kind: RegionKind): void {
  const own = kind === 'ambiguous' ? null : code;
  const draft = names.get(text);
  if (draft === undefined) {
    names.set(text, { text, codes: [code], kind, own, tier: tierOf(code) });
    return;
  }
  if (draft.codes.includes(code)) return;
  draft.codes.push(code);
  const stronger = STRENGTH[kind] - STRENGTH[draft.kind];
  const tier = tierOf(code);
  if (stronger > 0 || (stronger === 0 && tier < draft.tier)) {
    draft.kind = kind;
    draft.own = own;
    draft.tier = tier;
  } else if (stronger === 0 && tier === draft.tier) {
    draft.own = null;
  }
}
