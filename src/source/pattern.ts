// Patterns of paths, as in .gitignore.
import ignore from 'ignore';
import { isTamePattern } from './tame.ts';

/**
 * Tells whether a shown path (a folder's ends in `/`) is meant by the patterns. A pattern that begins with `../` is about the folder
 * that it climbs to, one that begins with `/` about `cwd`; the others hold everywhere, and what lies outside of `cwd` counts from its first own name.
 */
export function matcher(patterns: readonly string[]): (path: string) => boolean {
  const tame = patterns.filter((pattern) => isTamePattern(pattern));
  if (tame.length === 0) return () => false;
  const byClimb = new Map<string, string[]>();
  for (const pattern of tame) {
    const climb = climbOf(pattern);
    byClimb.set(climb, [...(byClimb.get(climb) ?? []), climb === '' ? pattern : `/${pattern.slice(climb.length)}`]);
  }
  const rules = new Map([...byClimb].map(([climb, list]) => [climb, ignore().add(list)]));
  const everywhere = ignore().add((byClimb.get('') ?? []).filter((pattern) => !/^!?\//.test(pattern)));
  return (path) => {
    const climb = climbOf(path);
    const inside = path.slice(climb.length).replace(/^(?:[A-Za-z]:)?\/+/, '');
    if (inside === '' || inside === '/') return false;
    return climb === ''
      ? rules.get('')?.ignores(inside) === true
      : everywhere.ignores(inside) || rules.get(climb)?.ignores(inside) === true;
  };
}

const climbOf = (path: string): string => /^(?:\.\.\/)*/.exec(path)![0];
