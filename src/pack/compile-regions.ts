// packs/regions → tables: the rows, and what follows of them and of the rules.
import { readRegionData } from './region-data.ts';
import { compileRules } from './region-match.ts';
import { collectNames } from './region-names.ts';
import type { RegionTables } from './regions.ts';

/** Throws PackError with file, line and column. */
export function compileRegions(dir: string): RegionTables {
  const data = readRegionData(dir);
  const names = collectNames(data);
  return {
    divisions: new Map([...data.divisions].map(([code, { name }]) => [code, name])),
    names,
    overlay: data.overlay,
    rules: compileRules(data.overlay, names),
  };
}
