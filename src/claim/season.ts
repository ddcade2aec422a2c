// Windows that come back every year (9月1日至12月31日) → values of attributes that are such windows.
import type { DateToken } from '../parse/clause.ts';
import { cuesIn } from './attribute-cue.ts';
import type { Draft, Site } from './draft.ts';
import { meetsNeeds } from './fit.ts';
import { draft } from './verdict.ts';

/** At most one window a clause; its cue stands in the clause or in an earlier one of the sentence. */
export function seasonDrafts(site: Site): Draft[] {
  const window = site.clause.tokens.find(
    (token): token is DateToken => token.category === 'date' && token.from !== null && token.to !== null && token.precision !== 'year',
  );
  if (!window) return [];
  const label = (day: string): string => day.slice(-5);
  for (const layer of site.layers) {
    if (layer.kind !== 'clause' && layer.kind !== 'sentence') continue;
    for (const cue of cuesIn(site.packs, layer.tokens, site.reading.scan.text, layer.end)) {
      const attribute = site.packs.attributes.get(cue.attribute)!;
      if (attribute.type !== 'season' || !meetsNeeds(site, attribute)) continue;
      const made = draft(
        site,
        attribute,
        { type: 'choice', values: [`${label(window.from!)}–${label(window.to!)}`], modality: 'must' },
        cue,
      );
      return [{ ...made, anchor: window.start, anchorEnd: window.end }];
    }
  }
  return [];
}
