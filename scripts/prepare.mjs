// What npm runs after an install in a checkout: builds the page that the HTML report is made of.
// Without the development packages (npm ci --omit=dev) there is nothing to build it with, and who renders HTML is told so then.
// Where npm makes a package of a git repository (npm install git+https://…, pre-commit), this is all that it runs: then everything is built.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

// `npm install --global` of a git repository tells the install of its development packages, too, to be global: they are not here then.
const own = Object.entries(process.env).filter(
  ([name]) => !/^(?:npm_|_PACOTE_)/i.test(name) || /^npm_config_(?:cache|registry|userconfig)$/i.test(name),
);
const env = { ...Object.fromEntries(own), CLAIMLINT_PREPARING: '1' };

/** What is printed here would stand before the name that `npm pack` prints. */
function run(command, args, surroundings = process.env) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env: surroundings, shell });
  if (status !== 0) process.exit(status ?? 1);
}

// npm tells what it makes a package of. Where `prepack` or an earlier call has built it, there is nothing left to do.
const packing = process.env.npm_package_resolved !== undefined;
if (process.env.CLAIMLINT_PREPARING === undefined && !(packing && existsSync(program))) {
  if (packing) {
    if (!existsSync(vite)) run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], env);
    run('npm', ['run', '-s', 'build'], env);
  } else if (existsSync(vite)) {
    // `node` of the checkout, not of the caller: Vite asks for a newer one than may be there.
    run('node', [vite, 'build', '--logLevel', 'warn']);
  }
}
