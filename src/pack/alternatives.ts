// (可以|能)补缴: a word with alternatives stands for every word that a choice of them makes. Shorthand of pack files, written out as they are read.

/** More than this is no shorthand any more. */
export const MOST_ALTERNATIVES = 500;

/** Between the parts of a word in parts (封存…划转). */
const GAP = '…';
const GROUP = /\(([^()]*\|[^()]*)\)/;

/** An alternative that is itself in parts: (必须|非…不可)参加. */
const GAP_IN_GROUP = /\([^()]*…[^()]*\)/;
const inParts = (word: string): boolean => word.includes(GAP) && !GAP_IN_GROUP.test(word);

/** Whether neither a word nor a part of it stands for too many. */
export const isShort = (word: string): boolean =>
  inParts(word) ? word.split(GAP).every((part) => part === '' || alternativesOf(part).length > 0) : alternativesOf(word).length > 0;

/** The words that `word` stands for. One in parts stays as it is: its parts are written out each by itself, since all combinations would be too many. */
export const writeOut = (word: string): string[] => (inParts(word) ? [word] : alternativesOf(word));

/** The parts of a word, each with its alternatives. */
export const partsOf = (word: string): string[][] => word.split(GAP).map(alternativesOf);

/** All that `text` may be read as, none where that is too much; an alternative may be empty, 已(经|)取消. */
function alternativesOf(text: string): string[] {
  let words = [''];
  for (const [index, part] of text.split(GROUP).entries()) {
    const choices = index % 2 === 1 ? part.split('|') : [part];
    if (words.length * choices.length > MOST_ALTERNATIVES) return [];
    words = words.flatMap((head) => choices.map((choice) => head + choice));
  }
  return words.filter((word) => word !== '');
}
