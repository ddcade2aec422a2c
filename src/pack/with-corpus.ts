// The packs, and what the config tells of this corpus: whatever reads with packs reads by that too.
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { ExportRule } from '../model/export.ts';
import { shownPath, yamlFiles } from './list.ts';
import type { Packs } from './pack.ts';

export interface CorpusForm {
  /** How exports of a CMS are laid out. */
  readonly exports: readonly ExportRule[];
  /** Files, or folders of files, with layouts of pages; they come before the shipped ones. */
  readonly layouts: readonly string[];
}

/** What is kept by the key of the packs depends on the form of the corpus as well. */
export function withCorpus(packs: Packs, { exports, layouts: paths }: CorpusForm): Packs {
  if (exports.length === 0 && paths.length === 0) return packs;
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? yamlFiles(path) : [path]));
  const layouts = files.map((file) => ({ shown: shownPath(file), text: readFileSync(file, 'utf8') }));
  const texts = [packs.key, JSON.stringify(exports), ...layouts.map(({ text }) => text)];
  return { ...packs, exports, layouts, key: hash('sha256', texts.map((text) => `${text.length} ${text}`).join('')) };
}
