// Bytes → text: byte order mark, UTF-8, GB18030; or one fault that says why not.
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Report } from './messages.ts';
import { systemCode } from './messages.ts';

const MAX_BYTES = 20_000_000;

/** The decoded text without a byte order mark, or null after a report. `file` is an absolute path. */
export function readFileText(file: string, report: Report, most = MAX_BYTES): string | null {
  const bytes = readFileBytes(file, report, most);
  return bytes === null ? null : textOf(bytes, report, most);
}

/** What the file holds, or null after a report. */
export function readFileBytes(file: string, report: Report, most = MAX_BYTES): Uint8Array | null {
  try {
    const { size, isFile } = statFile(file);
    if (!isFile) return refuse(() => report('unreadable', null, 'not-a-file'));
    if (size > most) return refuse(() => tooLarge(size, most, report));
    return readFileSync(file);
  } catch (error) {
    const reason = systemCode(error);
    return refuse(() =>
      reason === 'ENOENT' ? report('unreadable', null, 'missing') : report('unreadable', null, 'unreadable', { reason }),
    );
  }
}

/** As `readFileText`, of bytes at hand. */
export function textOf(bytes: Uint8Array, report: Report, most = MAX_BYTES): string | null {
  if (bytes.length > most) return refuse(() => tooLarge(bytes.length, most, report));
  const text = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), report);
  if (text !== null && text.trim() === '') return refuse(() => report('empty', null, 'empty'));
  return text;
}

const tooLarge = (size: number, most: number, report: Report): void =>
  report('too-large', null, 'too-large', { size: Math.ceil(size / 1e6), limit: most / 1e6 });

function refuse(say: () => void): null {
  say();
  return null;
}

function statFile(file: string): { size: number; isFile: boolean } {
  const stat = statSync(file);
  return { size: stat.size, isFile: stat.isFile() };
}

/** Text of `bytes`, or null after a report. */
export function decode(bytes: Buffer, report: Report): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le', report);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be', report);
  if (bytes.includes(0)) return refuse(() => report('binary', null, 'binary'));
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  if (isUtf8(body)) return body.toString('utf8');
  const damage = firstDamage(body);
  const place = { offset: damage.offset + (marked ? 3 : 0) };
  if (marked || damage.slight) return refuse(() => report('encoding', damage.line, 'broken', place));
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(body);
  } catch (error) {
    systemCode(error);
    return refuse(() => report('encoding', damage.line, 'encoding', place));
  }
}

function decodeUtf16(bytes: Buffer, encoding: string, report: Report): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    systemCode(error);
    return refuse(() => report('encoding', null, 'utf-16'));
  }
}

/**
 * Where `bytes` stop being UTF-8, as offset and 1-based line. `slight`: most of the rest is UTF-8, so the file was that once;
 * GB18030 would turn it into other characters without complaint.
 */
function firstDamage(bytes: Buffer): { offset: number; line: number; slight: boolean } {
  const text = bytes.toString('utf8');
  let bad = 0;
  let wide = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code >= 0x800) wide++;
  }
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    // A replacement character may be what the file says.
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) break;
    offset += 3;
    from = at + 1;
  }
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return { offset, line, slight: wide > bad };
}
