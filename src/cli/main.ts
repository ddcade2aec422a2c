#!/usr/bin/env node
// The command `claimlint`. Little is loaded before Node knows where compiled code is kept: all else then comes from there.
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// On a machine with much memory V8 lets garbage pile up to twice what is held; an audit that runs beside other work should not.
setFlagsFromString('--heap-growing-percent=30');

// What is kept between runs lies in files of SQLite. Older versions of Node tell every user that its module for them is young.
const { emitWarning } = process;
process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
  if (!/SQLite is an experimental/.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
};

// Code that runs must come from a folder that only those can write who can write the program; where it may not be written, there is no cache.
enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'node'));

const [{ processIo }, { run }] = await Promise.all([import('./io.ts'), import('./run.ts')]);
process.exitCode = await run(process.argv.slice(2), processIo());
