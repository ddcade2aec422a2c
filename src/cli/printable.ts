// Text of strangers on its way to a terminal: control and direction characters are shown, never obeyed.

// oxlint-disable-next-line no-control-regex -- these are the characters to be caught
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

/** `text` with every control character but tab and line feed written as `\u001B`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}

/** The same on one line: what a diagnostic quotes must not look like a second diagnostic. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/g, ' ');
}
