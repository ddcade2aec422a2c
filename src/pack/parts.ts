// Texts and arrays of numbers laid one behind the other in one stretch of bytes, and taken out again in the same order without being copied.

type Numbers = Uint8Array | Uint16Array | Uint32Array;
type Constructor<T extends Numbers> = (new (buffer: ArrayBufferLike, offset: number, length: number) => T) & {
  readonly BYTES_PER_ELEMENT: number;
};

/** Every part begins at a multiple of this, so that any kind of array may lie there. */
const ALIGNMENT = 8;

export function joinParts(parts: readonly (string | Numbers)[]): Buffer {
  const chunks: Buffer[] = [Buffer.alloc(ALIGNMENT)];
  const lengths = parts.map((part) => {
    const narrow = typeof part === 'string' && Buffer.from(part, 'latin1').toString('latin1') === part;
    const bytes =
      typeof part === 'string'
        ? Buffer.from(part, narrow ? 'latin1' : 'utf16le')
        : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    chunks.push(bytes, Buffer.alloc(-bytes.length & (ALIGNMENT - 1)));
    return bytes.length * 2 + Number(narrow);
  });
  // Twice their lengths, and whether a text has one byte for a character, stand at the end; where, at the beginning.
  const table = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  chunks[0]!.writeUInt32LE(table);
  return Buffer.concat([...chunks, Buffer.from(Uint32Array.from(lengths).buffer)]);
}

/** Reads the parts in the order in which they were joined. `content` must come from `joinParts`; a cache that checks it says so. */
export function splitParts(content: Buffer) {
  // Arrays lie where the bytes lie; where those begin at an odd place, they are put into a place of their own.
  const bytes = content.byteOffset % ALIGNMENT === 0 ? content : Buffer.from(new Uint8Array(content));
  const table = bytes.readUInt32LE(0);
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset + table, (bytes.length - table) / 4);
  let index = 0;
  let offset = ALIGNMENT;
  const next = (): { from: number; length: number; narrow: boolean } => {
    const told = lengths[index++]!;
    const place = { from: offset, length: told >>> 1, narrow: (told & 1) === 1 };
    offset += place.length + (-place.length & (ALIGNMENT - 1));
    return place;
  };
  return {
    text(): string {
      return this.later()();
    },
    /** The text, which is decoded when it is asked for. */
    later(): () => string {
      const { from, length, narrow } = next();
      return () => bytes.toString(narrow ? 'latin1' : 'utf16le', from, from + length);
    },
    array<T extends Numbers>(kind: Constructor<T>): T {
      const { from, length } = next();
      return new kind(bytes.buffer, bytes.byteOffset + from, length / kind.BYTES_PER_ELEMENT);
    },
  };
}
