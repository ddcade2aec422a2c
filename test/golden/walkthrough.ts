// docs/teaching.md with its commands run: what they print, and the packs that it shows, as they are today.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditResult } from '../../src/model/result.ts';
import { claimlint } from '../cli/claimlint.ts';
import { ROOT } from './golden.ts';

export const PAGE = 'docs/teaching.md';
const EXAMPLES = 'examples/teaching';

export interface Step {
  readonly args: readonly string[];
  readonly code: number | null;
  /** The audit document that the command wrote, or null. */
  readonly result: AuditResult | null;
}

/** Blocks of commands with what they print, and links to pack files with what stands in them. */
const CONSOLE = /```console\n(\$ npm run -s claimlint -- (?:[^\n]*\\\n)*[^\n]*)\n[^`]*```/g;
const PACK = /(\[(examples\/teaching\/[\w./-]+\.yaml)\]\([^)\n]+\):\n\n)```yaml\n[^`]*```/g;

export function walkthrough(): { readonly page: string; readonly steps: readonly Step[] } {
  const cwd = mkdtempSync(join(tmpdir(), 'claimlint-teaching-'));
  const steps: Step[] = [];
  try {
    cpSync(join(ROOT, EXAMPLES), join(cwd, EXAMPLES), { recursive: true });
    const page = readFileSync(join(ROOT, PAGE), 'utf8')
      .replace(PACK, (_, link: string, file: string) => `${link}\`\`\`yaml\n${readFileSync(join(ROOT, file), 'utf8')}\`\`\``)
      .replace(CONSOLE, (_, command: string) => {
        const args = command.replaceAll('\\\n', ' ').split(/\s+/).slice('$ npm run -s claimlint --'.split(' ').length);
        const run = claimlint(args, { cwd });
        const wrote = args.includes('--out') && run.code !== 2;
        steps.push({
          args,
          code: run.code,
          result: wrote ? (JSON.parse(readFileSync(join(cwd, 'w/audit.json'), 'utf8')) as AuditResult) : null,
        });
        return `\`\`\`console\n${command}\n${(run.stdout || run.stderr).trimEnd()}\n\`\`\``;
      });
    return { page, steps };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
