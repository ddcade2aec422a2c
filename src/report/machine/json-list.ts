// JSON whose long list is written item by item, each on a line of its own.

/** @param items made when their turn comes */
export function* jsonList(head: string, items: readonly (() => unknown)[], tail: string): Iterable<string> {
  yield head;
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}\n${jsonText(item())}`;
  yield `${items.length === 0 ? '' : '\n'}${tail}`;
}

/** JSON on one line: programs that read by lines break on U+2028 and U+2029, which it allows raw. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
