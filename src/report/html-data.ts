// An audit as the page holds it: JSON, gzip, base64. A corpus of twenty thousand findings is some hundred kilobytes.
import { Gzip } from 'fflate';
import type { AuditResult } from '../model/result.ts';
import { orderResult } from './json.ts';
import { relativeLinks } from './links.ts';
import type { ReportOptions } from './reporter.ts';

/** Characters of JSON that are packed at a time. */
const BATCH = 1 << 18;

/** @returns base64 in pieces; the same bytes on every machine, which the zlib of Node does not promise */
export function* packAudit(result: AuditResult, options: ReportOptions): Iterable<string> {
  const packed: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => packed.push(chunk));
  const encoder = new TextEncoder();
  let rest: Uint8Array = new Uint8Array();
  let batch = '';
  for (const piece of jsonPieces(result, options)) {
    batch += piece;
    if (batch.length < BATCH) continue;
    gzip.push(encoder.encode(batch));
    batch = '';
    yield take(false);
  }
  gzip.push(encoder.encode(batch), true);
  yield take(true);

  /** Base64 of what is packed, in threes of bytes: the last ones wait for the next piece. */
  function take(final: boolean): string {
    const bytes = Buffer.concat([rest, ...packed.splice(0)]);
    const whole = final ? bytes.length : bytes.length - (bytes.length % 3);
    rest = bytes.subarray(whole);
    return bytes.subarray(0, whole).toString('base64');
  }
}

/** The result on one line, long lists element by element; beside it the addresses of the claims, in their order. */
function* jsonPieces(result: AuditResult, { locale, links = relativeLinks() }: ReportOptions): Iterable<string> {
  yield `{"locale":${JSON.stringify(locale)},"links":[`;
  for (const [at, { evidence }] of result.claims.entries())
    yield `${at === 0 ? '' : ','}${JSON.stringify(links(evidence.file, evidence.startLine, evidence.endLine))}`;
  yield '],"result":{';
  for (const [index, [key, value]] of Object.entries(orderResult(result)).entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(key)}:`;
    if (!Array.isArray(value)) {
      yield JSON.stringify(value);
      continue;
    }
    yield '[';
    for (const [at, item] of (value as readonly unknown[]).entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(item)}`;
    yield ']';
  }
  yield '}}';
}
