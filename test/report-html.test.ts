// The HTML file: what is in it, that it runs and loads nothing else, and what it says to who runs no script. How the page behaves: test/browser/.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../src/report/html-text.ts';
import { reporters } from '../src/report/index.ts';
import { visible } from '../src/report/plain.ts';
import type { AuditResult, Locale } from '../src/model/result.ts';
import { EMPTY, findingOf, HOSTILE, largeResult, ORDINARY, resultOf, resultWithText, sideOf } from './fixtures/report/results.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function elementsOf(page: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(page, { scriptingEnabled: false, onParseError: (error) => expect(error.code).toBe('') }));
  return found;
}

const attribute = (element: Element, name: string): string | null => element.attrs.find((one) => one.name === name)?.value ?? null;
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const isOf = (name: string) => (element: Element) => (attribute(element, 'class') ?? '').split(' ').includes(name);
const render = (result: AuditResult, locale: Locale = 'zh'): Element[] => elementsOf(reporters.html.render(result, { locale }));
const plainOf = (elements: readonly Element[]): Element => elements.find(({ tagName }) => tagName === 'noscript')!;
const shape = (elements: readonly Element[]): string[] =>
  elements.map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`);

const LOCALES = ['zh', 'en'] as const;

describe.each(LOCALES)('the file without script, in %s', (locale) => {
  const elements = render(ORDINARY, locale);
  const text = textOf(plainOf(elements));

  it('holds each finding with its sides, quotes and places, in the order of the result', () => {
    expect(elements.filter(isOf('card')).map((card) => attribute(card, 'id'))).toEqual(['f-f1', 'f-f2', 'f-f3']);
    expect(elements.filter(isOf('side'))).toHaveLength(6);
    expect(elements.filter(({ tagName }) => tagName === 'blockquote').map(textOf)).toEqual([
      '停止缴费以后余额仍归本人',
      '余额不会清掉',
      '逾期的余额 一律清掉',
      '每人每年约300元',
      '可到窗口办理',
      '由当地规定',
      '2023年的标准',
    ]);
    expect(
      elements
        .filter(isOf('place'))
        .flatMap((place) => place.childNodes.slice(0, 1))
        .map(textOf),
    ).toEqual(['docs/a.md:3', 'docs/a.md:8', 'docs/b (1).md:12', 'docs/a.md:21', 'docs/a.md:22', 'docs/a.md:23', 'docs/a.md:30']);
    expect(elements.filter(isOf('value')).map(textOf)).toEqual(['归本人', '清零', '300元', '窗口/网上', '当地规定']);
  });

  it('tells what a side does not list, why, and what was not read', () => {
    expect(text).toContain(locale === 'zh' ? '另有 5 处' : '… and 5 more');
    expect(text).toContain(locale === 'zh' ? '仅因时间推移' : 'only because time has passed');
    expect(elements.filter(isOf('faults')).map((list) => textOf(list).trim())).toEqual(['docs/c.bin 不是文字文件 binary']);
  });

  it('has one language, one h1, headings without gaps, unique ids, and links to what is there', () => {
    expect(attribute(elements[0]!, 'lang')).toBe(locale === 'zh' ? 'zh-Hans' : 'en');
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((element) => attribute(element, 'href') ?? []);
    const own = links.filter((link) => link.startsWith('#'));
    expect(own).toHaveLength(3);
    expect(own.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    expect(links.filter((link) => !link.startsWith('#'))).toHaveLength(7);
    expect(links.at(-1)).toBe('docs/a.md?plain=1#L30');
    const named = elements.flatMap((element) => attribute(element, 'aria-labelledby') ?? []);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the file', () => {
  it('holds the whole result, packed the same way each time', () => {
    const page = reporters.html.render(ORDINARY, { locale: 'en' });
    expect(reporters.html.render(ORDINARY, { locale: 'en' })).toBe(page);
    const data = elementsOf(page).find((element) => attribute(element, 'id') === 'audit')!;
    const content: unknown = JSON.parse(gunzipSync(Buffer.from(textOf(data), 'base64')).toString('utf8'));
    const { locale, links, result } = content as { locale: string; links: string[]; result: unknown };
    expect({ locale, result }).toEqual({ locale: 'en', result: ORDINARY });
    expect(links[2]).toBe('docs/b%20%281%29.md?plain=1#L12');
    expect(links).toHaveLength(ORDINARY.claims.length);
  });

  it('lets nothing run or load but what was built into it', () => {
    const elements = render(ORDINARY);
    const policy = attribute(
      elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy')!,
      'content',
    )!;
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ', 1)[0], part.split(' ').slice(1)]));
    expect([...directives.keys()].sort()).toEqual(['base-uri', 'default-src', 'form-action', 'script-src', 'style-src']);
    for (const name of ['base-uri', 'default-src', 'form-action']) expect(directives.get(name)).toEqual(["'none'"]);
    for (const tag of ['script', 'style']) {
      const run = elements.filter((element) => element.tagName === tag && attribute(element, 'id') !== 'audit');
      const hashes = run.map((element) => `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`);
      expect(hashes).toHaveLength(1);
      expect(directives.get(`${tag}-src`)).toEqual(hashes);
    }
    const loading = ['link', 'img', 'iframe', 'object', 'embed', 'form', 'base', 'video', 'audio'];
    expect(
      elements.filter(
        ({ tagName, attrs }) => loading.includes(tagName) || attrs.some(({ name }) => name === 'src' || name.startsWith('on')),
      ),
    ).toEqual([]);
    expect(textOf(elements.find(({ tagName }) => tagName === 'style')!)).not.toMatch(/url\(|@import/);
  });

  it.each(LOCALES)('texts of strangers are texts: hostile ones leave the elements of harmless ones (%s)', (locale) => {
    const hostile = render(resultWithText(HOSTILE), locale);
    const harmless = render(resultWithText(HOSTILE.map((_, index) => `文字${index}`)), locale);
    // Addresses differ with the names of files, and lead nowhere but to files below.
    const isPlace = (element: Element): boolean => element.tagName === 'a' && attribute(element, 'href')?.startsWith('#') === false;
    const others = (elements: readonly Element[]): string[] => shape(elements.filter((element) => !isPlace(element)));
    expect(others(hostile)).toEqual(others(harmless));
    const places = hostile.filter(isPlace).map((element) => attribute(element, 'href')!);
    expect(places).toHaveLength(HOSTILE.length * 2);
    expect(places.filter((href) => new URL(href, 'file:///home/reports/').protocol !== 'file:' || href.startsWith('//'))).toEqual([]);
    expect(hostile.filter(({ tagName }) => tagName === 'blockquote').map(textOf)).toEqual(
      HOSTILE.flatMap((text) => [text, text]).map((text) => visible(text.replace(/\s+/g, ' '))),
    );
    expect(textOf(plainOf(hostile))).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
  });

  it('ids of findings become fragments that differ where the ids do', () => {
    const ids = ['a b', 'a_20_b', 'a.b', 'a"onx=', '汉', '', 'A', 'a'];
    expect(new Set(ids.map(anchorOf)).size).toBe(ids.length);
    expect(ids.map(anchorOf).filter((anchor) => !/^f-[\w-]*$/.test(anchor))).toEqual([]);
  });

  it('without findings there is a verdict', () => {
    const elements = render(EMPTY);
    expect(elements.filter(isOf('card'))).toHaveLength(0);
    expect(elements.filter(isOf('verdict')).map(textOf)).toEqual(['✓ 没有发现问题']);
  });

  it('lists the gravest of an unordered result first, then by kind', () => {
    const side = [sideOf('x', [])];
    const findings = [
      findingOf('1', 'stale-date', 'info', '丁', side),
      findingOf('2', 'exception', 'error', '乙', side),
      findingOf('3', 'contradiction', 'error', '甲', side),
      findingOf('4', 'stale-date', 'info', '丁', side),
    ];
    const elements = render(resultOf({ findings }));
    expect(elements.filter(isOf('card')).map((card) => attribute(card, 'id'))).toEqual(['f-3', 'f-2', 'f-1', 'f-4']);
  });

  it('of thousands of findings lists some without script, and says how many it leaves out; a quote of megabytes is cut', () => {
    const elements = render(largeResult(5000));
    expect(elements.filter(isOf('card'))).toHaveLength(300);
    expect(textOf(plainOf(elements))).toContain('另有 4700 项');
    const long = '长'.repeat(1 << 20);
    const plain = textOf(plainOf(render(resultWithText([long]))));
    expect(plain.length).toBeLessThan(20_000);
  });
});
