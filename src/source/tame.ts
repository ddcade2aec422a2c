// Keeps from a parser or matcher what would cost it more than linear time.

/** Columns of indentation of a list, and marks in front of one line. */
const MAX_INDENT = 80;
const MAX_MARKS = 30;
/** Signs of emphasis, links and code in one run of text, and the sum of their squares by length of the text. */
const MAX_SIGNS = 600;
const SQUARES_PER_CHARACTER = 20;
const FREE_SQUARES = 4_000_000;

/** Whether Markdown is free of the nesting and of the heaps of delimiters that make its parser quadratic. */
export function isTame(markdown: string): boolean {
  let signs = 0;
  let squares = 0;
  const most = markdown.length * SQUARES_PER_CHARACTER + FREE_SQUARES;
  let lineStart = true;
  let indent = 0;
  let marks = 0;
  for (let at = 0; at < markdown.length; at++) {
    const char = markdown.charCodeAt(at);
    if (char === 10 || char === 13) {
      // A blank line ends the run; so does a line that starts a block, below.
      if (lineStart) signs = 0;
      lineStart = true;
      indent = 0;
      marks = 0;
      continue;
    }
    if (lineStart) {
      if (char === 32) indent++;
      else if (char === 9) indent += 4;
      else if (char === 62 || isListMark(markdown, at)) {
        if (char >= 48 && char <= 57) while (isDigit(markdown.charCodeAt(at + 1))) at++;
        if (char !== 62) at++;
        marks++;
        signs = 0;
        if (marks > MAX_MARKS || indent > MAX_INDENT) return false;
      } else {
        lineStart = false;
        if (char === 124 || char === 35) signs = 0;
      }
    }
    // ! & * < [ ] _ `
    if (
      !lineStart &&
      (char === 33 || char === 38 || char === 42 || char === 60 || char === 91 || char === 93 || char === 95 || char === 96)
    ) {
      squares += 2 * signs + 1;
      if (++signs > MAX_SIGNS || squares > most) return false;
    }
  }
  return true;
}

/** `- `, `* `, `+ `, `1. `, `1) `. */
function isListMark(markdown: string, from: number): boolean {
  let at = from;
  while (at - from < 9 && isDigit(markdown.charCodeAt(at))) at++;
  const char = markdown.charCodeAt(at);
  const sign = at > from ? char === 46 || char === 41 : char === 45 || char === 42 || char === 43;
  return sign && isBlank(markdown.charCodeAt(at + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** At most so many `*` between two slashes: a matcher goes back over each. */
const MAX_STARS = 4;
const MAX_PATTERN = 500;

/** Whether a glob or a line of .gitignore costs its matcher little. */
export function isTamePattern(pattern: string): boolean {
  return (
    pattern.length <= MAX_PATTERN && pattern.split('/').every((part) => part === '**' || (part.match(/\*/g)?.length ?? 0) <= MAX_STARS)
  );
}
