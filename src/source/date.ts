// Dates of publication, in any of the layout's notations → ISO.
import type { LinesLayout } from './layout.ts';

export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST = { Y: 4, M: 2, D: 2 } as const;

/** The date that starts at `from`, or null; days that do not exist are none. */
export function dateAt(text: string, from: number, lines: LinesLayout): FoundDate | null {
  for (const pattern of lines.dates) {
    let at = from;
    const parts = { Y: '', M: '', D: '' };
    let fits = true;
    for (const sign of pattern) {
      if (sign === 'Y' || sign === 'M' || sign === 'D') {
        const start = at;
        while (at - start < LONGEST[sign] && isDigit(text.charCodeAt(at))) at++;
        parts[sign] = text.slice(start, at);
        fits = at > start && (sign !== 'Y' || at - start === 4);
      } else {
        fits = text.startsWith(sign, at);
        at += sign.length;
      }
      if (!fits) break;
    }
    if (!fits || isDigit(text.charCodeAt(at))) continue;
    const iso = `${parts.Y}-${parts.M.padStart(2, '0')}-${parts.D.padStart(2, '0')}`;
    if (isDay(iso)) return { iso, start: from, end: at };
  }
  return null;
}

/** The first date in `text` from `from` on. */
export function findDate(text: string, lines: LinesLayout, from = 0): FoundDate | null {
  for (let at = from; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at)) || (at > 0 && isDigit(text.charCodeAt(at - 1)))) continue;
    const found = dateAt(text, at, lines);
    if (found !== null) return found;
  }
  return null;
}

/** A line such as `发布日期:2026-04-09 来源:…`: the date behind the layout's label, or null. Looks at short lines only. */
export function labelledDate(text: string, lines: LinesLayout): string | null {
  if (text.length > 120) return null;
  for (const label of lines.dateLabels) {
    const at = text.indexOf(label);
    if (at < 0) continue;
    let from = at + label.length;
    while (from < text.length && /[\s:\uff1a]/.test(text[from]!)) from++;
    const found = dateAt(text, from, lines);
    if (found !== null) return found.iso;
  }
  return null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isDay(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  if (year < 1900 || month < 1 || month > 12) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return day >= 1 && day <= days;
}
