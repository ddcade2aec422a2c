#!/usr/bin/env node
// The command `claimlint`. Little is loaded before Node knows where compiled code is kept: all else then comes from there.
// Everything of it at once: an older Node, which lacks a part, is told below, and not by a syntax error.
import * as modules from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  const zh = /^en(?:[_.]|$)/i.test(process.env['LC_ALL'] ?? '') ? '' : `claimlint 需要 Node 22.18 以上，这里是 ${process.version}。`;
  process.stderr.write(`${zh}claimlint needs Node 22.18 or later, this is ${process.version}.\n`);
  process.exit(2);
}

// What is kept between runs lies in files of SQLite. Older versions of Node tell every user that its module for them is young.
const { emitWarning } = process;
process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
  if (!/SQLite is an experimental/.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
};

// Code that runs must come from a folder that only those can write who can write the program; where it may not be written, there is no cache.
modules.enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'node'));

const [{ processIo }, { run }] = await Promise.all([import('./io.ts'), import('./run.ts')]);
process.exitCode = await run(process.argv.slice(2), processIo());
