// A change as a document for programs.
import type { Change } from '../../model/change.ts';

/** Programs that read by lines break on U+2028 and U+2029, which JSON allows raw. */
export function changeJson(change: Change): string {
  return `${JSON.stringify(change, null, 2).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
