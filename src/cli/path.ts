// What paths say by themselves, without a look at the disk.
import { isAbsolute, relative, sep } from 'node:path';

/** The part of a path or glob before the first sign of a pattern. */
export function fixedPart(path: string): string {
  if (!/[*?[\]{}()!]/.test(path)) return path;
  const fixed = path.split('/').slice(
    0,
    path.split('/').findIndex((part) => /[*?[\]{}()!]/.test(part)),
  );
  return fixed.length === 0 ? '.' : fixed.join('/') || '/';
}

/** Whether an absolute path lies in the folder, or is it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
