// docs/language.md promises a case for each habit of writers.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CASES = fileURLToPath(new URL('cases/', import.meta.url));
const inventory = readFileSync(fileURLToPath(new URL('../docs/language.md', import.meta.url)), 'utf8');

it('names cases that exist, one in each row', () => {
  const known = new Set(
    readdirSync(CASES)
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .flatMap((name) =>
        [...readFileSync(CASES + name, 'utf8').matchAll(/^## (.+)$/gm)].map(([, title]) => `${name.replace('.md', '')}: ${title}`),
      ),
  );
  const rows = inventory.split('\n').filter((line) => /^\| (?!---|habit|pair)/.test(line) && !line.startsWith('|---'));
  expect(rows.length).toBeGreaterThan(100);
  const named = rows.flatMap((row) => [...row.matchAll(/`([a-z]+: [^`]+)`/g)].map(([, name]) => name!));
  expect(named.filter((name) => !known.has(name))).toEqual([]);
  expect(rows.filter((row) => !/`[a-z]+: [^`]+`|\.test\.ts/.test(row))).toEqual([]);
});
