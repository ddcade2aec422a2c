// Which reference claims an audit is held against: the shipped ones, those of the config or of --register, or none.
import { join, relative, resolve } from 'node:path';
import type { Locale } from '../model/result.ts';
import type { Reference } from '../model/reference.ts';
import { PackError } from '../pack/index.ts';
import type { Packs } from '../pack/index.ts';
import { loadRegister } from '../register/index.ts';
import type { Arguments } from './command.ts';
import type { Config } from './config.ts';
import type { Io } from './io.ts';
import { flag, single } from './options.ts';
import { shown } from './settings.ts';

export function registerFolder(args: Arguments, config: Config | null, io: Io): string | null {
  if (flag(args, 'no-register')) return null;
  const named = single(args, 'register');
  if (named !== null) return resolve(io.cwd, named);
  if (config?.register === false) return null;
  return config?.register == null ? join(io.home, 'claims', 'register') : resolve(config.folder, config.register);
}

/** Null where the register is left aside. @throws PackError */
export async function referencesOf(
  args: Arguments,
  config: Config | null,
  packs: Packs,
  io: Io,
  locale: Locale,
): Promise<readonly Reference[] | null> {
  const folder = registerFolder(args, config, io);
  if (folder === null) return null;
  // The shipped register is named as in the package, wherever that lies.
  const isShipped = folder === join(io.home, 'claims', 'register');
  try {
    return await loadRegister(folder, packs, (file) => (isShipped ? relative(io.home, file).replaceAll('\\', '/') : shown(file, io)));
  } catch (error) {
    if (error instanceof PackError) error.locale = locale;
    throw error;
  }
}
