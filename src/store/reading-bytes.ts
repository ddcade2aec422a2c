// The reading of a file as bytes, and back.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FileReading } from '../model/reading.ts';
import { joinParts, splitParts } from '../pack/parts.ts';
import { claimTable, decodeClaims } from './claim-table.ts';

/** Larger than what any file can give: bytes that unpack to more are none of ours. */
const MOST = 1 << 29;

type Rest = Pick<FileReading, 'faults' | 'directives' | 'unread'> & {
  readonly articles: readonly Omit<FileReading['articles'][number], 'claims'>[];
};

export const encodeReading = (reading: FileReading): Buffer => seal(packReading(reading));

/** The bytes as one thread hands them to another, which trusts them. */
export function packReading({ articles, faults, directives, unread }: FileReading): Buffer {
  const rest: Rest = { articles: articles.map(({ summary, sentences }) => ({ summary, sentences })), faults, directives, unread };
  const table = claimTable(true);
  for (const { claims } of articles) for (const claim of claims) table.add(claim);
  return joinParts([JSON.stringify(rest), Uint32Array.from(articles, (article) => article.claims.length), table.bytes()]);
}

/** Null for anything but what `encodeReading` made. */
export function decodeReading(bytes: Uint8Array): FileReading | null {
  const content = unseal(bytes);
  return content === null ? null : unpackReading(content);
}

/** @param content what `packReading` made */
export function unpackReading(content: Buffer): FileReading {
  const parts = splitParts(content);
  const { articles, faults, directives, unread } = JSON.parse(parts.text()) as Rest;
  const lengths = parts.array(Uint32Array);
  const packed = parts.array(Uint8Array);
  const claims = decodeClaims(Buffer.from(packed.buffer, packed.byteOffset, packed.length));
  let at = 0;
  return {
    articles: articles.map((article, index) => ({ ...article, claims: claims.slice(at, (at += lengths[index]!)) })),
    faults,
    directives,
    unread,
  };
}

/** Packed, with a sum over what is packed: a store tells not by itself that bytes in it have changed. */
export function seal(content: Uint8Array): Buffer {
  const packed = deflateRawSync(content, { level: 1 });
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(packed));
  return Buffer.concat([sum, packed]);
}

/** Null for anything but what `seal` made. */
export function unseal(bytes: Uint8Array): Buffer | null {
  if (bytes.length < 4) return null;
  const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const packed = sealed.subarray(4);
  if (sealed.readUInt32LE(0) !== crc32(packed)) return null;
  return inflateRawSync(packed, { maxOutputLength: MOST });
}
