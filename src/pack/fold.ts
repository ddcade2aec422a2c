// One form for characters that differ in width or are traditional. One code unit for one, so that offsets never move.

/** Units that have no compatibility form of their own but stand for a plain one: dashes, the ratio sign, the circle as a zero. */
const SINGLE: readonly (readonly [string, string])[] = [
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2212', '-'],
  ['\u301c', '~'],
  ['\u223c', '~'],
  ['\u2236', ':'],
  ['\u25cb', '〇'],
];

/** Blocks whose Unicode compatibility form is what a reader sees: spaces, radicals, compatibility and width forms. */
const COMPATIBILITY: readonly (readonly [number, number])[] = [
  [0x00a0, 0x00a0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3000],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xffee],
];

/**
 * Builds the table of `fold`: 65,536 entries, code unit → folded unit. `traditional` holds one pair per line (`臺台`);
 * lines of another form are ignored. Chinese punctuation without an ASCII twin (。、“”《》—) stays.
 */
export function foldTable(traditional: string): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit;
  const changed: number[] = [];
  const set = (from: number, to: number): void => {
    table[from] = to;
    changed.push(from);
  };
  for (const [first, last] of COMPATIBILITY) {
    for (let unit = first; unit <= last; unit++) {
      const form = String.fromCharCode(unit).normalize('NFKC');
      if (form.length === 1) set(unit, form.charCodeAt(0));
    }
  }
  for (const [from, to] of SINGLE) set(from.charCodeAt(0), to.charCodeAt(0));
  for (const line of traditional.split('\n')) {
    const pair = line.trimEnd();
    if (pair.length === 2) set(pair.charCodeAt(0), pair.charCodeAt(1));
  }
  // A form may have a form itself (a compatibility ideograph that is traditional): folding twice must change nothing.
  for (let round = 0; round < 4; round++) for (const unit of changed) table[unit] = table[table[unit]!]!;
  return table;
}

/** `text` with each code unit replaced by its folded one: same length, same offsets. Returns `text` itself where nothing changes. */
export function fold(text: string, table: Uint16Array): string {
  const { length } = text;
  let at = 0;
  while (at < length && table[text.charCodeAt(at)] === text.charCodeAt(at)) at++;
  if (at === length) return text;
  const units = Buffer.allocUnsafe(length * 2);
  for (let i = 0; i < length; i++) {
    const unit = table[text.charCodeAt(i)]!;
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  }
  return units.toString('utf16le');
}
