// The commands, in the order in which the help lists them.
import type { Command } from '../command.ts';
import { audit } from './audit.ts';
import { baseline } from './baseline.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { config } from './config.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { extract } from './extract.ts';
import { index } from './index-corpus.ts';
import { init } from './init.ts';
import { register } from './register.ts';
import { report } from './report.ts';
import { upcoming } from './upcoming.ts';

export const COMMANDS: readonly Command[] = [
  audit,
  check,
  index,
  diff,
  extract,
  compare,
  report,
  explain,
  baseline,
  init,
  config,
  register,
  upcoming,
];
