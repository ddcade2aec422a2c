// What npm runs after an install in a checkout: builds the page that the HTML report is made of.
// Without the development packages (npm ci --omit=dev) there is nothing to build it with, and who renders HTML is told so then.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
// `node` of the checkout, not of the caller: Vite asks for a newer one than may be there.
if (existsSync(vite)) process.exit(spawnSync('node', [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' }).status ?? 1);
