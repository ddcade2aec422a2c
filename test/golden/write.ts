// `npm run golden`: rewrites the committed claims and reports.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { golden, ROOT } from './golden.ts';

for (const [path, content] of golden()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), content);
  console.log(path);
}
