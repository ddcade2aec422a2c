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

/** The same on one line: runs of white space, line breaks of every kind included, become one space. */
export function oneLine(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** Characters of a quote that a report for readers shows; the JSON document holds the whole of it. */
const QUOTE_LENGTH = 400;

/** A quote on one line, cut where it is too long to be read. */
export function excerpt(quote: string): string {
  // Cut before the white space is folded: a quote may be megabytes long.
  if (quote.length <= QUOTE_LENGTH) return oneLine(quote);
  const text = oneLine(quote.slice(0, QUOTE_LENGTH * 4));
  if (text.length <= QUOTE_LENGTH) return quote.length <= QUOTE_LENGTH * 4 ? text : `${text}…`;
  const half = text.charCodeAt(QUOTE_LENGTH - 1);
  return `${text.slice(0, half >= 0xd800 && half <= 0xdbff ? QUOTE_LENGTH - 1 : QUOTE_LENGTH)}…`;
}
