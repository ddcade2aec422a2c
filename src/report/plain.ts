// Text of strangers on its way to a reader: what cannot be seen is shown, and nothing is longer than it can be read.

/** Control characters, marks that turn the direction of writing, tag characters, halves of a surrogate pair. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be caught
const UNSEEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]|\p{Cs}/gu;

/** `text` with each unseen character written as an escape: `\u202E`. White space stays as it is. */
export function visible(text: string): string {
  return text.replace(UNSEEN, escapeOf);
}

function escapeOf(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Characters of one text that a report for readers shows; the JSON document holds the whole of it. */
const MOST = 1000;
const MOST_OF_A_QUOTE = 400;

/** The same on one line, runs of white space of every kind become one space, cut after `most` characters. */
export function oneLine(text: string, most = MOST): string {
  // Cut before anything is folded: a title or a quote of a hostile file may be megabytes long.
  const folded = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (folded.length <= most) return visible(text.length <= most * 4 ? folded : `${folded}…`);
  const last = folded.charCodeAt(most - 1);
  return `${visible(folded.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most))}…`;
}

/** A quote on one line, cut where it is too long to be read. */
export function excerpt(quote: string): string {
  return oneLine(quote, MOST_OF_A_QUOTE);
}
