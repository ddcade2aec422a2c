// What the README says that is found is found: each example of its table, in both languages.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { audit } from '../src/audit.ts';
import { shippedPacks } from './packs.ts';

const DISPUTES = new Set(['contradiction', 'exception', 'regional', 'superseded']);
const packs = shippedPacks();
const folder = mkdtempSync(join(tmpdir(), 'claimlint-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Kind and examples of each row: `| \`kind\` … | severity | one side / the other |`. */
function rowsOf(readme: string): { kind: string; texts: string[] }[] {
  return [...readme.matchAll(/^\| `([a-z-]+)`[^|]*\|[^|]*\| ([^|]*) \|$/gm)].map(([, kind, cell]) => ({
    kind: kind!,
    texts: cell!.split(/ \/ |; |(?<=\u3002)\uFF1B/).map((part) => part.slice(0, part.lastIndexOf('\u3002') + 1)),
  }));
}

async function kindsOf(texts: readonly string[], name: string): Promise<string[]> {
  const files = texts.map((text, index) => {
    const file = `${name}-${index}.md`;
    writeFileSync(join(folder, file), `# 说明\n\n${text}\n`);
    return file;
  });
  const result = await audit({
    paths: files,
    cwd: folder,
    exclude: [],
    asOf: '2026-11-22',
    locale: 'zh',
    packs,
    allClaims: false,
    maxEvidence: 50,
  });
  return result.findings.map(({ kind }) => kind);
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const rows = rowsOf(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

  it('has an example of every kind', () => expect(new Set(rows.map(({ kind }) => kind)).size).toBe(9));

  it.each(rows.map(({ kind, texts }) => [kind, texts] as const))('%s', async (kind, texts) => {
    const corpora = DISPUTES.has(kind) ? [texts] : texts.filter((text) => text !== '').map((text) => [text]);
    const found = await Promise.all(corpora.map((corpus, index) => kindsOf(corpus, `${file}-${kind}-${index}`)));
    // A dispute's texts are found in that one dispute; a notice's each give that notice, whatever else they give.
    const told = found.map((kinds) => kinds.filter((one) => one === kind || (DISPUTES.has(kind) && DISPUTES.has(one))));
    expect(told).toEqual(corpora.map(() => [kind]));
  });
});
