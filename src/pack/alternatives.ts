// (可以|能)补缴: a word with alternatives stands for every word that a choice of them makes. Shorthand of pack files; nothing later knows of it.

/** More than this is no shorthand any more. */
export const MOST_ALTERNATIVES = 500;

const GROUP = /\(([^()]*\|[^()]*)\)/;

/** The words that `text` stands for; an alternative may be empty, 已(经|)取消. */
export function alternativesOf(text: string): string[] {
  const parts = text.split(GROUP);
  let words = [''];
  for (const [index, part] of parts.entries()) {
    const choices = index % 2 === 1 ? part.split('|') : [part];
    if (words.length * choices.length > MOST_ALTERNATIVES) return [];
    words = words.flatMap((head) => choices.map((choice) => head + choice));
  }
  return words.filter((word) => word !== '');
}
