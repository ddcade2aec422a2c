// How the sides of a dispute are named.

/** A, B … Z, AA, AB …: a side has a letter in every report. `index` from 0. */
export function sideLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${sideLetter(Math.floor(index / 26) - 1)}${last}`;
}
