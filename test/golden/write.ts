// `npm run golden`: rewrites the committed claims and reports, and what the commands of docs/teaching.md print.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { golden, ROOT } from './golden.ts';
import { PAGE, walkthrough } from './walkthrough.ts';

for (const [path, content] of golden()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), content);
  console.log(path);
}
writeFileSync(join(ROOT, PAGE), walkthrough().page);
console.log(PAGE);
