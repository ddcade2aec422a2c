#!/usr/bin/env node
// The command `claimlint`.
import { setFlagsFromString } from 'node:v8';
import { processIo } from './io.ts';
import { run } from './run.ts';

// On a machine with much memory V8 lets garbage pile up to twice what is held; an audit that runs beside other work should not.
setFlagsFromString('--heap-growing-percent=30');

process.exitCode = await run(process.argv.slice(2), processIo());
