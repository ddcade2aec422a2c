// Where reports link to: beside themselves, a code host that is named, or the one whose job this is.
import { dirname, relative, resolve, sep } from 'node:path';
import { hostedLinks, relativeLinks } from '../report/links.ts';
import type { Links } from '../report/links.ts';
import type { Locale } from '../model/result.ts';
import { CliError } from './error.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';

/** @param target `--links` or the config's `links`, null where none is given @throws CliError */
export function linksOf(target: string | null, io: Io, locale: Locale): (file: string) => Links {
  const address = target === 'auto' ? hostOfJob(io) : target;
  if (address === null) return (file) => relativeLinks(file === '-' ? '' : leadFrom(dirname(file), io.cwd));
  const links = hostedLinks(address);
  if (links === null) throw new CliError(say(locale, 'bad.links', { value: address }));
  return () => links;
}

/** From the folder of a report to the one that paths are relative to: `../`. */
function leadFrom(folder: string, cwd: string): string {
  const path = relative(folder, cwd);
  return path === '' ? '' : `${slashes(path)}/`;
}

/** The commit that GitHub Actions or GitLab CI is at work on; null elsewhere. */
function hostOfJob({ env, cwd }: Io): string | null {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_WORKSPACE, CI_PROJECT_URL, CI_COMMIT_SHA, CI_PROJECT_DIR } = env;
  const within = (root: string | undefined): string => {
    const path = root === undefined ? '' : slashes(relative(resolve(root), cwd));
    return path === '' || path.startsWith('..') ? '' : `${path.split('/').map(encodeURIComponent).join('/')}/`;
  };
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA)
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${within(GITHUB_WORKSPACE)}`;
  if (CI_PROJECT_URL && CI_COMMIT_SHA) return `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}/${within(CI_PROJECT_DIR)}`;
  return null;
}

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));
