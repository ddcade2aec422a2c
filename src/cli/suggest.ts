// "Did you mean": the nearest of a list of names, for a name that was mistyped.

/**
 * The candidate that `word` was probably meant to be, or null. A short word may be one slip away, a longer one a third of its length.
 * Loaded only when something is wrong anyway, hence the import inside; never by the root of `natural`, which reads ./.env and prints.
 */
export async function nearest(word: string, candidates: readonly string[]): Promise<string | null> {
  if (word.length === 0 || word.length > 40) return null;
  const { DamerauLevenshteinDistance, JaroWinklerDistance } = await import('natural/lib/natural/distance/index.js');
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = Infinity;
  let bestLikeness = 0;
  for (const candidate of candidates) {
    const distance = DamerauLevenshteinDistance(word.toLowerCase(), candidate.toLowerCase(), { restricted: true });
    const likeness = JaroWinklerDistance(word, candidate, { ignoreCase: true });
    if (distance > limit && likeness < 0.88) continue;
    if (distance < bestDistance || (distance === bestDistance && likeness > bestLikeness)) {
      [best, bestDistance, bestLikeness] = [candidate, distance, likeness];
    }
  }
  return best;
}
