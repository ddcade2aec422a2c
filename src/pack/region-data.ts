// packs/regions/ → rows and rules: tables split by hand (3,300 rows must load in a few milliseconds), rules checked as YAML.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PackError } from './error.ts';
import { readYaml } from './yaml.ts';

export interface Division {
  readonly code: string;
  readonly name: string;
  /** Without its level; empty where that would be a single character or nothing. */
  readonly short: string;
  /** A further full name (延边州), mostly empty. */
  readonly other: string;
}

export interface FormerName {
  readonly code: string;
  readonly name: string;
}

const CODE = /^\d{6}$/;

const text = z.string().min(1);
const list = text.transform((value) => value.split(/\s+/).filter((word) => word !== ''));
const code = text.regex(CODE, 'must be a code of six digits');
const pairs = list.transform((words, context) =>
  words.map((word): readonly [string, string] => {
    const [name = '', target = '', ...rest] = word.split('=');
    if (name === '' || !CODE.test(target) || rest.length > 0) {
      context.addIssue({ code: 'custom', message: `"${word}" must be of the form name=code, with six digits` });
    }
    return [name, target];
  }),
);

const overlay = z.strictObject({
  date: text,
  source: text,
  country: z.strictObject({ code, name: text, words: list, also: list }),
  nicknames: pairs,
  known: list,
  ambiguous: list,
  commonWords: list,
  abbreviations: z.array(z.strictObject({ codes: pairs, before: list, after: list, opens: list })),
  notScope: z.strictObject({ suffixes: list, between: list }),
  words: list,
  fillers: list,
  separators: list,
});

export type Overlay = z.output<typeof overlay>;

export interface RegionData {
  /** By code. */
  readonly divisions: ReadonlyMap<string, Division>;
  readonly former: readonly FormerName[];
  readonly overlay: Overlay;
}

/** Reads divisions.tsv, additions.tsv, former.tsv and overlay.yaml of `dir`. Throws PackError with file, line and column. */
export function readRegionData(dir: string): RegionData {
  const shown = (name: string): string => join(dir, name).replaceAll('\\', '/');
  const divisions = new Map<string, Division>();
  const former: FormerName[] = [];
  for (const file of ['divisions.tsv', 'additions.tsv']) {
    readTable(join(dir, file), shown(file), (row) => {
      divisions.set(row[0]!, { code: row[0]!, name: row[1]!, short: row[2] ?? '', other: row[3] ?? '' });
    });
  }
  readTable(join(dir, 'former.tsv'), shown('former.tsv'), (row, line) => {
    if (!divisions.has(row[0]!)) throw new PackError(shown('former.tsv'), line, 1, 'region.unknown', { id: row[0]! });
    former.push({ code: row[0]!, name: row[1]! });
  });
  const rules = readYaml(join(dir, 'overlay.yaml'), shown('overlay.yaml'), overlay);
  const missing = [rules.nicknames, ...rules.abbreviations.map((group) => group.codes)].flat().find((pair) => !divisions.has(pair[1]));
  if (missing !== undefined) throw new PackError(shown('overlay.yaml'), 1, 1, 'region.unknown', { id: missing.join('=') });
  return { divisions, former, overlay: rules };
}

/** Calls `take` for each row; index loops and native searches, because this code runs once and therefore slowly. */
function readTable(file: string, shown: string, take: (row: readonly string[], line: number) => void): void {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new PackError(shown, 1, 1, 'file.unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
  const lines = content.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trimEnd();
    if (line === '' || line.startsWith('#')) continue;
    const row = line.split('\t');
    if (!CODE.test(row[0]!)) throw new PackError(shown, i + 1, 1, 'region.row');
    if (row.length < 2 || row[1] === '') throw new PackError(shown, i + 1, 8, 'region.name', { id: row[0]! });
    take(row, i + 1);
  }
}
