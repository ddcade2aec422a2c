// The committed claims and reports of the example corpus, made by the commands that the README names.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registerJsonSchema } from '../../src/register/json-schema.ts';
import { claimlint } from '../cli/claimlint.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const REPORTS = ['audit.json', 'audit.md', 'audit.html'];

/** Path in the package → content. */
export function golden(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const extracted = claimlint(['extract'], { cwd: ROOT });
  if (extracted.code !== 0) throw new Error(`extract ended with ${extracted.code}: ${extracted.stderr}`);
  files.set('claims/examples/claims.jsonl', extracted.stdout);
  files.set('claims/register/schema.json', registerJsonSchema());
  // Beside reports/, since reports link to the articles from where they lie.
  const folder = mkdtempSync(join(ROOT, '.golden-'));
  try {
    const audited = claimlint(['audit', '--quiet', '--fail-on', 'never', '--out', folder], { cwd: ROOT });
    if (audited.code !== 0) throw new Error(`audit ended with ${audited.code}: ${audited.stderr}`);
    for (const name of REPORTS) files.set(`reports/${name}`, readFileSync(join(folder, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return files;
}
