// Any text inside XML, also what XML itself forbids.

/** Characters that no XML document may hold, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be caught
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a line feed of the first, and blanks of all three inside an attribute.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** `text` for content or for an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '\uFFFD').replace(/[&<>"\r\n\t]/g, (mark) => ESCAPES[mark]!);
}
