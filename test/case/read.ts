// test/cases/*.md → cases: the articles in the fences and, beneath, what must be found in them. README.md there tells the form.
import { formatOf } from '../../src/source/format.ts';
import { CHECKS } from '../../src/compare/checks/index.ts';
import { KINDS } from '../../src/model/finding.ts';
import type { Kind } from '../../src/model/finding.ts';

/** Text of one article, or part of it; `file` where several articles hold it. */
export interface Quote {
  readonly file: string | null;
  readonly text: string;
}

export interface ExpectedFinding {
  readonly line: number;
  /** The best kind first, then others that are right too. */
  readonly kinds: readonly Kind[];
  readonly sides: readonly (readonly Quote[])[];
}

export interface ExpectedClaim {
  readonly line: number;
  /** Subject, condition, outcome and as many of region, period and strength as the case cares about. */
  readonly fields: readonly string[];
  /** Where the claim stands, if the case says so. */
  readonly at: Quote | null;
}

/** A place at which nothing may be read, or (null) all of the articles. */
export interface ExpectedSilence {
  readonly line: number;
  readonly at: Quote | null;
}

export interface Case {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly asOf: string;
  /** Why the program does not do yet what the case asks for. */
  readonly gap: { readonly line: number; readonly reason: string } | null;
  readonly articles: readonly { readonly name: string; readonly text: string }[];
  /** Null where the case does not speak of findings. */
  readonly findings: readonly ExpectedFinding[] | null;
  readonly claims: readonly ExpectedClaim[];
  readonly silences: readonly ExpectedSilence[];
}

/** Thrown with file and line of the mistake. */
export class MalformedCase extends Error {}

const AS_OF = '2026-11-22';
const CLAIM_FIELDS = { least: 2, most: 5 };

type Draft = { -readonly [K in keyof Case]: Case[K] extends readonly (infer T)[] ? T[] : Case[K] };

/** The cases of one file, in order. */
export function readCases(file: string, text: string): Case[] {
  const cases: Draft[] = [];
  let [open, list, index]: [Draft | null, 'findings' | 'claims' | null, number] = [null, null, 0];
  const fail = (line: number, message: string): never => {
    throw new MalformedCase(`${file}:${line}: ${message}`);
  };
  const close = (): void => {
    if (open === null) return;
    if (open.articles.length === 0) fail(open.line, `"${open.name}" has no article`);
    if (open.findings === null && open.claims.length + open.silences.length === 0)
      fail(open.line, `"${open.name}" expects nothing: add findings: or claims:`);
    cases.push(open);
  };
  const lines = text.split('\n');
  for (; index < lines.length; index++) {
    const [line, at] = [lines[index]!.trimEnd(), index + 1];
    const heading = /^## +(.+)$/.exec(line);
    if (heading) {
      close();
      const name = heading[1]!;
      if (cases.some((one) => one.name === name)) fail(at, `"${name}" stands here twice`);
      open = { file, line: at, name, asOf: AS_OF, gap: null, articles: [], findings: null, claims: [], silences: [] };
      list = null;
      continue;
    }
    const fence = /^(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence) {
      const [, mark, info] = fence as unknown as [string, string, string];
      const end = lines.findIndex((other, place) => place > index && other.trimEnd() === mark);
      if (end < 0) fail(at, 'the fence is never closed');
      if (open === null) fail(at, 'an article before the first "## name"');
      const name = /^article +(\S+)$/.exec(info.trim())?.[1] ?? fail(at, 'a fence is opened by "article" and a file name');
      if (formatOf(name) === null || name.includes('/')) fail(at, `${name} is no name of an article (.md, .txt, .html, .ts)`);
      if (open!.articles.some((one) => one.name === name)) fail(at, `${name} stands here twice`);
      open!.articles.push({ name, text: lines.slice(index + 1, end).join('\n') + '\n' });
      index = end;
      continue;
    }
    if (open === null || line === '') continue;
    const label = /^([A-Za-z]+): *(.*)$/.exec(line);
    if (label) {
      const [, key, value] = label as unknown as [string, string, string];
      if (key === 'GAP') {
        if (value === '') fail(at, 'GAP: needs a reason');
        open.gap = { line: at, reason: value };
      } else if (key === 'asOf') {
        if (!/^\d{4}-\d\d-\d\d$/.test(value)) fail(at, 'asOf: needs a date (2026-11-22)');
        open.asOf = value;
      } else if (key === 'findings' || key === 'claims') {
        list = key;
        if (key === 'findings') open.findings = [];
        if (value === 'NONE') {
          if (key === 'claims') open.silences.push({ line: at, at: null });
          list = null;
        } else if (value !== '') fail(at, `after ${key}: stands NONE, or a list below`);
      } else fail(at, `unknown word "${key}:" (GAP, asOf, findings, claims)`);
      continue;
    }
    const item = /^[-*] +(.+)$/.exec(line)?.[1];
    if (item !== undefined && list === 'findings') (open.findings as ExpectedFinding[]).push(finding(open, item, at, fail));
    else if (item !== undefined && list === 'claims') claim(open, item, at, fail);
    else if (open.articles.length > 0) fail(at, `cannot be read: ${line}`);
  }
  close();
  return cases;
}

type Fail = (line: number, message: string) => never;

/** `contradiction: 「…」「…」 | 「…」`, `regional/superseded: 「…」 | 「…」` */
function finding({ articles }: Draft, item: string, line: number, fail: Fail): ExpectedFinding {
  const [, words, rest] = /^([a-z/-]+): *(.+)$/.exec(item) ?? fail(line, 'a finding is written "kind: 「quote」 | 「quote」"');
  const kinds = words!
    .split('/')
    .map((word) => KINDS.find((one) => one === word) ?? fail(line, `unknown kind "${word}" (${KINDS.join(', ')})`));
  const sides = rest!.split(/[|｜]/).map((side) => quotes(articles, side, line, fail));
  const notice = kinds.some((kind) => CHECKS[kind].family === 'notice');
  if (notice ? sides.length !== 1 : sides.length < 2)
    fail(line, notice ? `${words} has one side` : `${words} has two sides or more, parted by |`);
  return { line, kinds, sides };
}

/** `subject · condition → outcome · region · period`, `NONE 「quote」`; a quote behind a claim tells where it stands. */
function claim(open: Draft, item: string, line: number, fail: Fail): void {
  const [, body, tail] = /^([^「]*?) *(\S*「.*)?$/.exec(item) ?? fail(line, 'cannot be read');
  const place = tail === undefined ? null : quotes(open.articles, tail, line, fail);
  if (place && place.length > 1) fail(line, 'one quote tells where a claim stands');
  if (body === 'NONE') {
    if (!place) fail(line, 'NONE 「quote」 in a list; "claims: NONE" for the whole');
    open.silences.push({ line, at: place![0]! });
    return;
  }
  const [left, right, more] = body!.split('→').map((half) => half.split('·').map((field) => field.trim()));
  if (right === undefined || more !== undefined || left!.length !== 2 || right.length > CLAIM_FIELDS.most - 1)
    fail(line, 'a claim is written "subject · condition → outcome · region · period"');
  open.claims.push({ line, fields: [...left!, ...right!], at: place?.[0] ?? null });
}

/** `「part」「part」`, each with the name of the article before it where several hold it. */
function quotes(articles: Draft['articles'], text: string, line: number, fail: Fail): Quote[] {
  const found = [...text.matchAll(/([^\s「」]*)「([^「」]+)」/g)].map(([, file, quote]): Quote => ({ file: file || null, text: quote! }));
  if (found.length === 0 || text.replace(/[^\s「」]*「[^「」]+」/g, '').trim() !== '') fail(line, `quotes stand in 「」: ${text.trim()}`);
  for (const { file, text: quote } of found) {
    if (file !== null && !articles.some(({ name }) => name === file)) fail(line, `no article ${file}`);
    const holds = articles.filter((one) => (file === null || one.name === file) && one.text.includes(quote));
    if (holds.length === 0) fail(line, `no article says 「${quote}」`);
    if (holds.length > 1) fail(line, `several articles say 「${quote}」: write ${holds[0]!.name}「${quote}」`);
  }
  return found;
}
