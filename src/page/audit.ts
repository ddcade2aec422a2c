// The audit that the file holds: base64 of gzip of JSON, so that a large corpus' report can still be mailed.
import type { AuditResult } from '../model/result.ts';

/** What the report hands to the page. */
export interface Content {
  readonly locale: AuditResult['locale'];
  readonly result: AuditResult;
  /** Where each claim of the result can be looked at, in their order; null where a reader cannot get there. */
  readonly links: readonly (string | null)[];
}

export async function readContent(): Promise<Content> {
  const encoded = document.getElementById('audit')?.textContent ?? '';
  const stream = new Blob([bytesOf(encoded.trim())]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as Content;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
