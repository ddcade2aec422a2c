// What is measured against what: a row each, with the bar that the project has set itself and the ratio at which it stood when it was last measured.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareClaims, extract } from '../src/audit.ts';
import type { Claim } from '../src/model/claim.ts';
import { loadPacks } from '../src/pack/load.ts';
import { synthesize } from './corpus.ts';
import { timed } from './measure.ts';
import type { Timed } from './measure.ts';
import { install, isThere, PEERS, program } from './peers.ts';
import { termsOf } from './terms.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORDS = join(ROOT, 'bench', 'peer', 'words.mjs');
const node = process.execPath;

export interface Row {
  readonly name: string;
  readonly bar: number;
  /** As measured when this table was last brought up to date; the short form fails at twice as much. Null where it is not part of it. */
  readonly held: number | null;
  /** Why it cannot be measured here, or null. */
  readonly missing?: () => string | null;
  readonly sides: (at: Place) => Promise<readonly [own: Timed, other: Timed]> | readonly [own: Timed, other: Timed];
  /** By how much more one side was given to do. */
  readonly over?: number;
}

/** A folder for corpora, how many articles the rows take, and their length (that of `synthesize` where it is not told). */
export interface Place {
  readonly folder: string;
  readonly articles: number;
  readonly bytes: number | undefined;
}

/** The articles as files of this ending, made once for each number. */
function corpus({ folder, articles, bytes }: Place, ending: 'txt' | 'md'): string {
  const to = join(folder, `${ending}-${articles}`);
  if (mkdirSync(to, { recursive: true }) === undefined) return to;
  for (const [name, text] of synthesize(join(ROOT, 'examples', 'articles'), articles, bytes)) {
    const file = join(to, name.replace(/\.md$/, `.${ending}`));
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, ending === 'md' ? text : text.replace(/^# /, ''));
  }
  return to;
}

const claimlint = (folder: string, ...args: readonly string[]): Timed =>
  timed({
    command: node,
    args: [
      join(ROOT, 'src', 'cli', 'main.ts'),
      'audit',
      '.',
      '--as-of',
      '2026-11-22',
      '--fail-on',
      'never',
      '--quiet',
      '--no-cache',
      ...args,
    ],
    cwd: folder,
  });
const audit = (folder: string): Timed => claimlint(folder, '--format', 'json', '--out', '-', '--threads', '1');
const other = (command: string, args: readonly string[], cwd: string, codes: readonly number[] = [0]): Timed =>
  timed({ command, args, cwd, codes });

export const ROWS: readonly Row[] = [
  {
    name: 'audit of one article / an empty Node process',
    bar: 3,
    held: 14,
    sides: (at) => {
      const one = corpus({ ...at, articles: 1 }, 'txt');
      return [audit(one), other(node, ['-e', '0'], one)];
    },
  },
  {
    name: 'audit / words by Intl.Segmenter',
    bar: 0.3,
    held: 30,
    sides: (at) => [audit(corpus(at, 'txt')), other(node, [WORDS, corpus(at, 'txt')], ROOT)],
  },
  {
    name: 'audit / words by @node-rs/jieba',
    bar: 0.5,
    held: null,
    missing: () => install(['@node-rs/jieba']),
    sides: (at) => [audit(corpus(at, 'txt')), other(node, [WORDS, corpus(at, 'txt'), PEERS], ROOT)],
  },
  {
    name: 'audit / rg -j1 -F -f terms -o',
    bar: 1.5,
    held: null,
    missing: () => (isThere('rg') ? null : 'rg is not installed'),
    sides: (at) => {
      const terms = join(at.folder, 'terms.txt');
      writeFileSync(terms, `${termsOf(loadPacks(join(ROOT, 'packs'))).join('\n')}\n`);
      return [audit(corpus(at, 'txt')), other('rg', ['-j1', '-F', '-o', '-f', terms, corpus(at, 'txt')], ROOT, [0, 1])];
    },
  },
  {
    name: 'audit of Markdown / autocorrect --lint',
    bar: 1 / 3,
    held: null,
    missing: () => install(['autocorrect-node']),
    sides: (at) => [audit(corpus(at, 'md')), other(program('autocorrect'), ['--lint', corpus(at, 'md')], ROOT, [0, 1])],
  },
  {
    name: 'audit of Markdown / markdownlint-cli2',
    bar: 1 / 6,
    held: null,
    missing: () => install(['markdownlint-cli2']),
    sides: (at) => [audit(corpus(at, 'md')), other(program('markdownlint-cli2'), ['**/*.md'], corpus(at, 'md'), [0, 1])],
  },
  {
    name: 'audit of Markdown / textlint, three rules',
    bar: 1 / 15,
    held: null,
    missing: () => install(['textlint', 'textlint-rule-max-comma', 'textlint-rule-no-todo', 'textlint-rule-no-empty-section']),
    sides: (at) => {
      const rules = ['max-comma', 'no-todo', 'no-empty-section'].flatMap((rule) => ['--rule', rule]);
      return [audit(corpus(at, 'md')), other(program('textlint'), [...rules, corpus(at, 'md')], PEERS, [0, 1])];
    },
  },
  {
    name: 'time an article, four times the articles / the articles',
    bar: 1.25,
    held: null,
    over: 4,
    sides: (at) => [audit(corpus({ ...at, articles: at.articles * 4 }, 'md')), audit(corpus(at, 'md'))],
  },
  {
    name: 'two threads / one thread',
    bar: 0.9,
    held: null,
    sides: (at) => [claimlint(corpus(at, 'md'), '--format', 'json', '--out', '-', '--threads', '2'), audit(corpus(at, 'md'))],
  },
  {
    name: 'comparing claims of one topic / of many',
    bar: 1.5,
    held: null,
    sides: topics,
  },
];

/** As many claims of one attribute, each of a region's own, as there are claims of all kinds; compared in this process. */
async function topics(at: Place): Promise<readonly [Timed, Timed]> {
  const packs = loadPacks(join(ROOT, 'packs'));
  const many: Claim[] = [];
  const reading = { paths: ['.'], records: null, cwd: corpus(at, 'md'), exclude: [], locale: 'zh', packs } as const;
  await extract(reading, ({ claims }) => void many.push(...claims.filter(({ mention, mood }) => mention === null && mood === 'asserted')));
  const numbers = many.filter(({ outcome, region }) => outcome.type === 'number' && region !== null);
  const [model] = numbers;
  if (model === undefined) throw new Error('no claim that could be repeated');
  const one = many.map((claim, index): Claim => ({
    ...model,
    id: claim.id,
    article: claim.article,
    evidence: claim.evidence,
    region: numbers[index % numbers.length]!.region,
  }));
  const compared = (claims: readonly Claim[]): Timed => {
    const options = { asOf: '2026-11-22', locale: 'zh', packs, allClaims: false, maxEvidence: 50 } as const;
    return () => {
      const start = performance.now();
      compareClaims(claims, options);
      return performance.now() - start;
    };
  };
  return [compared(one), compared(many)];
}
