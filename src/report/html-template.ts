// The page that src/page is built into, with the places at which an audit is put in.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The same from src/report and from dist/report. */
const FILE = new URL('../../dist/page/index.html', import.meta.url);

const PLACES = ['lang', 'title', 'plain', 'audit'] as const;
export type Place = (typeof PLACES)[number];

/** Texts of the page, and between two of them what goes there. */
export type Template = readonly (string | { readonly place: Place })[];

/** The page was not built: a fault of the installation, not of the audit. */
export class TemplateError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`the page of the HTML report has not been built: ${file} is missing; run: npm run build:page`);
    this.name = 'TemplateError';
    this.file = file;
  }
}

let template: Template | null = null;

/** @throws TemplateError */
export function readTemplate(): Template {
  template ??= parseTemplate(load());
  return template;
}

function load(): string {
  try {
    return readFileSync(FILE, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    throw new TemplateError(fileURLToPath(FILE));
  }
}

/** The places follow each other in the order of `PLACES`, each once. */
function parseTemplate(page: string): Template {
  const parts: (string | { place: Place })[] = [];
  let rest = page;
  for (const place of PLACES) {
    const mark = `{{claimlint:${place}}}`;
    const at = rest.indexOf(mark);
    if (at < 0) throw new Error(`dist/page/index.html has no ${mark}`);
    parts.push(rest.slice(0, at), { place });
    rest = rest.slice(at + mark.length);
  }
  return [...parts, rest];
}
