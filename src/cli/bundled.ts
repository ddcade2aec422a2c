#!/usr/bin/env node
// The command `claimlint` of the package: `start.ts` and what it loads, from the chunks beside this file and what is kept of their compiled code.
import { join } from 'node:path';
import { CompiledCode } from './compiled-code.ts';
import { settleNode } from './supported.ts';

settleNode();

// Code that runs must come from a folder that only those can write who can write the program; where it may not be written, nothing is kept.
const folder = import.meta.dirname;
const code = new CompiledCode(folder, join(folder, '..', '..', '.cache', 'code'), process.argv[2] ?? '');
const { start } = code.load('start.js') as typeof import('./start.ts');
void start().then(() => code.keep());
