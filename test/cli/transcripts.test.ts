// What the commands print, kept as files that can be reviewed; `npm run golden` rewrites them.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimlint, transcript } from './claimlint.ts';

const CORPUS = fileURLToPath(new URL('corpus', import.meta.url));
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'claimlint-transcripts-'));
  cpSync(CORPUS, cwd, { recursive: true });
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** name of the transcript, exit code, arguments. Codes stand here, so that a rewritten transcript cannot change one unseen. */
const RUNS: readonly (readonly [name: string, code: number, args: readonly string[]])[] = [
  ['help', 0, ['--help']],
  ['help-en', 0, ['--help', '--locale', 'en']],
  ['help-audit', 0, ['audit', '--help']],
  ['help-audit-en', 0, ['audit', '--help', '--locale', 'en']],
  ['help-diff', 0, ['diff', '--help']],
  ['help-diff-en', 0, ['diff', '--help', '--locale', 'en']],
  ['help-register', 0, ['register', '--help']],
  ['help-upcoming-en', 0, ['upcoming', '--help', '--locale', 'en']],
  ['version', 0, ['--version']],
  ['audit', 1, ['audit', '.', '--as-of', '2026-11-22', '--out', 'reports']],
  ['audit-en', 1, ['audit', '.', '--as-of', '2026-11-22', '--out', 'reports', '--locale', 'en']],
  ['audit-unread', 1, ['audit', '.', '--as-of', '2026-11-22', '--unread']],
  ['audit-never', 0, ['audit', '.', '--as-of', '2026-11-22', '--fail-on', 'never', '--quiet']],
  ['audit-no-register', 1, ['audit', '.', '--as-of', '2026-11-22', '--no-register']],
  ['audit-clock', 1, ['audit', '.', '--as-of', '2026-11-22', '--quiet', '--fail-on', 'info', '--clock-findings', 'report']],
  ['register-check', 0, ['register', 'check', '--as-of', '2026-11-22']],
  ['register-check-en', 0, ['register', 'check', '--as-of', '2026-11-22', '--locale', 'en']],
  ['upcoming', 0, ['upcoming', '.', '--as-of', '2026-11-22']],
  ['upcoming-json', 0, ['upcoming', '.', '--as-of', '2026-11-22', '--within', '6m', '--format', 'json']],
  ['help-check-en', 0, ['check', '--help', '--locale', 'en']],
  ['help-index', 0, ['index', '--help']],
  ['index', 0, ['index', '.', '--locale', 'en']],
  ['check', 1, ['check', 'account.md', '--against', '.', '--as-of', '2026-11-22']],
  ['check-clean', 0, ['check', 'resident.md', '--against', '.', '--as-of', '2026-11-22', '--fail-on', 'error', '--locale', 'en']],
  ['check-missing-corpus', 3, ['check', 'resident.md', '--against', 'nowhere', '--as-of', '2026-11-22', '--quiet']],
  ['check-missing-draft', 2, ['check', 'nowhere.md', '--against', '.']],
  ['check-no-against', 2, ['check', 'account.md', '--locale', 'en']],
  ['audit-stdout', 1, ['audit', '.', '--as-of', '2026-11-22', '--format', 'summary', '--out', '-']],
  [
    'audit-report',
    1,
    ['audit', 'account.md', 'transfer.md', '--as-of', '2026-11-22', '--quiet', '--report', 'json=one.json', '--report', 'markdown=-'],
  ],
  ['extract', 0, ['extract', 'account.md']],
  ['explain', 0, ['explain', 'account.md:11']],
  ['explain-en', 0, ['explain', 'account.md:11', '--locale', 'en']],
  ['explain-none', 0, ['explain', 'village.txt:5']],
  ['baseline-create', 0, ['baseline', 'create', '.', '--as-of', '2026-11-22']],
  ['baseline-create-again', 2, ['baseline', 'create', '.', '--as-of', '2026-11-22']],
  ['baseline-check', 0, ['baseline', 'check', '.', '--as-of', '2026-11-22']],
  ['baseline-check-part', 2, ['baseline', 'check', 'account.md', '--as-of', '2026-11-22', '--locale', 'en']],
  ['audit-baseline', 0, ['audit', '.', '--as-of', '2026-11-22', '--baseline', 'claimlint-baseline.json']],
  ['audit-baseline-missing', 2, ['audit', '.', '--baseline', 'nowhere.json']],
  ['help-baseline', 0, ['baseline', '--help']],
  ['help-baseline-en', 0, ['baseline', '--help', '--locale', 'en']],
  ['help-waivers', 0, ['waivers', '--help']],
  ['waivers-none', 2, ['waivers', 'record', '.', '--locale', 'en']],
  ['compare-changed-since', 2, ['compare', 'claims.jsonl', '--changed-since', 'main', '--locale', 'en']],
  ['bad-action-baseline', 2, ['baseline', 'chek', '.']],
  ['no-command', 2, []],
  ['unknown-command', 2, ['adit']],
  ['unknown-option', 2, ['audit', '--formt', 'json']],
  ['unknown-option-en', 2, ['audit', '--formt', 'json', '--locale', 'en']],
  ['bad-as-of', 2, ['audit', '.', '--as-of', '2026-13-40']],
  ['bad-as-of-en', 2, ['audit', '.', '--as-of', '2026-02-30', '--locale', 'en']],
  ['bad-format', 2, ['audit', '.', '--format', 'jsn']],
  ['bad-fail-on', 2, ['audit', '.', '--fail-on', 'warn']],
  ['bad-severity', 2, ['audit', '.', '--severity', 'contradicton=off']],
  ['bad-shell', 2, ['completion', 'bsh', '--locale', 'en']],
  ['help-config-en', 0, ['config', '--help', '--locale', 'en']],
  ['bad-locale', 2, ['audit', '.', '--locale', 'fr']],
  ['bad-max-evidence', 2, ['audit', '.', '--max-evidence', '-1']],
  ['bad-within', 2, ['upcoming', '.', '--within', 'soon']],
  ['bad-action', 2, ['register', 'chek']],
  ['bad-register', 2, ['audit', '.', '--register', 'nowhere']],
  ['bad-report', 2, ['audit', '.', '--report', 'html']],
  ['two-to-stdout', 2, ['audit', '.', '--out', '-']],
  ['missing-value', 2, ['audit', '.', '--as-of']],
  ['missing-path', 2, ['audit', 'nowhere']],
  ['one-missing-path', 3, ['audit', 'account.md', 'nowhere.md', '--as-of', '2026-11-22', '--quiet']],
  ['explain-no-line', 2, ['explain', 'account.md']],
  ['explain-far-line', 2, ['explain', 'account.md:900']],
  ['explain-missing', 2, ['explain', 'nowhere.md:1']],
  ['diff-nothing', 2, ['diff']],
  ['diff-no-audit', 2, ['diff', 'account.md']],
  ['compare-nothing', 2, ['compare']],
  ['report-no-json', 2, ['report', 'account.md']],
];

describe('transcripts', () => {
  it.each(RUNS)('%s', async (name, code, args) => {
    const run = claimlint(args, { cwd });
    expect(run.stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
    await expect(transcript(run)).toMatchFileSnapshot(`transcripts/${name}.txt`);
    expect(run.code).toBe(code);
  });
});
