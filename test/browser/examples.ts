// The audit of the example corpus, as a reader gets it.
import { join } from 'node:path';
import { audit } from '../../src/audit.ts';
import type { AuditResult } from '../../src/model/result.ts';
import { shippedPacks } from '../packs.ts';

const ROOT = join(import.meta.dirname, '../..');

export const examples = (): Promise<AuditResult> =>
  audit({
    paths: ['examples/articles'],
    cwd: ROOT,
    exclude: [],
    asOf: '2026-11-22',
    locale: 'zh',
    packs: shippedPacks(),
    allClaims: false,
    maxEvidence: 50,
    unread: true,
  });
