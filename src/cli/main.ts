#!/usr/bin/env node
// The command `claimlint` in a checkout; that of the package is bundled.ts. Little is loaded before Node knows where compiled code is kept: all else then comes from there.
// Everything of it at once: an older Node, which lacks a part, is told below, and not by a syntax error.
import * as modules from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settleNode } from './supported.ts';

settleNode();

// Code that runs must come from a folder that only those can write who can write the program; where it may not be written, there is no cache.
modules.enableCompileCache(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache', 'node'));

const { start } = await import('./start.ts');
await start();
