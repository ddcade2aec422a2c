// JSON Lines, read by the byte: a line ends at 0x0A and nowhere else, whatever Unicode takes for a line end.

export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Null where the bytes are not UTF-8. */
  readonly text: string | null;
}

const LF = 0x0a;

/** The lines of a stream that are not blank. A byte order mark and carriage returns are dropped. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      const line = decode([...rest, chunk.subarray(start, end)], ++number, decoder);
      if (line.text === null || line.text.trim() !== '') yield line;
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  const line = decode(rest, ++number, decoder);
  if (line.text === null || line.text.trim() !== '') yield line;
}

function decode(pieces: readonly Uint8Array[], number: number, decoder: InstanceType<typeof TextDecoder>): Line {
  try {
    return { number, text: decoder.decode(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)) };
  } catch {
    return { number, text: null };
  }
}

/** An object or array as one line. U+2028 and U+2029 are escaped: some readers of lines end one there. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
