// The committed claims and reports are what the program makes of the examples today, byte for byte; `npm run golden` rewrites them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model/finding.ts';
import type { AuditResult } from '../../src/model/result.ts';
import { golden, ROOT } from './golden.ts';

describe('the example corpus', () => {
  const files = golden();

  it.each([...files.keys()])('%s', (path) => {
    // Compared as a whole first: a difference of megabytes is not worth printing.
    const committed = readFileSync(join(ROOT, path), 'utf8').split('\n');
    const made = (files.get(path) ?? '').split('\n');
    const first = made.findIndex((line, index) => line !== committed[index]);
    expect({ line: first + 1, text: committed[first] }).toEqual({ line: first + 1, text: made[first] });
    expect(committed.length).toBe(made.length);
  });

  it('holds every kind of finding that articles have on each other, in at least 24 articles', () => {
    const result = JSON.parse(files.get('reports/audit.json') ?? '') as AuditResult;
    const kinds = new Set(result.findings.map((finding) => finding.kind));
    // The examples reckon rightly, and their tiers meet: those two kinds are held by cases.
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual(['arithmetic', 'gap']);
    expect(result.articles.length).toBeGreaterThanOrEqual(24);
    expect(result.faults).toEqual([]);
  });
});
