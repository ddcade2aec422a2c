// The page: what it holds, that texts stay texts, and that it needs nothing but itself.
import { parse } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { STYLE } from '../src/report/html-style.ts';
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
  walk(parse(page, { onParseError: (error) => expect(error.code).toBe('') }));
  return found;
}

const attribute = (element: Element, name: string): string | null => element.attrs.find((one) => one.name === name)?.value ?? null;
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');
const isOf = (name: string) => (element: Element) => (attribute(element, 'class') ?? '').split(' ').includes(name);
const render = (result: AuditResult, locale: Locale = 'zh'): Element[] => elementsOf(reporters.html.render(result, { locale }));
const shape = (elements: readonly Element[]): string[] =>
  elements.map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`);

const LOCALES = ['zh', 'en'] as const;

describe.each(LOCALES)('the page in %s', (locale) => {
  const elements = render(ORDINARY, locale);

  it('holds each finding with its sides, quotes and places, in the order of the result', () => {
    const cards = elements.filter(isOf('finding'));
    expect(cards.map((card) => attribute(card, 'id'))).toEqual(['f-f1', 'f-f2', 'f-f3']);
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
    expect(elements.filter(isOf('says')).map(textOf)).toEqual(['归本人', '清零', '300元', '窗口/网上', '当地规定']);
  });

  it('tells what a side does not list, why, and what to do', () => {
    const text = textOf(elements[0]!);
    expect(elements.filter(isOf('why')).flatMap((list) => list.childNodes.filter((node) => 'tagName' in node))).toHaveLength(4);
    expect(elements.filter(isOf('advice'))).toHaveLength(3);
    expect(text).toContain(locale === 'zh' ? '另有 5 处' : '… and 5 more');
    expect(text).toContain(locale === 'zh' ? '仅因时间推移' : 'only because time has passed');
    expect(elements.filter(isOf('faults')).map((list) => textOf(list).trim())).toEqual(['docs/c.bin 不是文字文件 binary']);
  });

  it('shows how each claim was read', () => {
    const fields = elements
      .filter(isOf('reading'))
      .map((list) => list.childNodes.map((row) => ('childNodes' in row ? textOf(row.childNodes[1]!) : '')));
    expect(fields.map((values) => values.length)).toEqual([7, 7, 7, 7, 7, 7, 2]);
    expect(fields.map((values) => values[2])).toEqual([
      '中断时长 > 3 月, ≤ 6 月',
      locale === 'zh' ? '身份 = 在职、退休' : '身份 = 在职, 退休',
      locale === 'zh' ? '学生除外' : 'except 学生',
      '经办机构同意的',
      locale === 'zh' ? '未说明' : 'not stated',
      locale === 'zh' ? '未说明' : 'not stated',
      undefined,
    ]);
    expect(fields[3]![3]).toBe(locale === 'zh' ? '每年 ≈ 300 元' : '≈ 300 元 per 年');
  });

  it('has one language, one h1, headings without gaps, unique ids, and links to what is there', () => {
    expect(attribute(elements[0]!, 'lang')).toBe(locale === 'zh' ? 'zh-Hans' : 'en');
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((element) => attribute(element, 'href') ?? []);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1)))).toEqual([]);
    const named = elements.flatMap((element) => attribute(element, 'aria-labelledby') ?? []);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the page', () => {
  it('needs no script and no network', () => {
    const elements = render(ORDINARY);
    const names = new Set(elements.map(({ tagName }) => tagName));
    expect(['script', 'link', 'img', 'iframe', 'object', 'form', 'base', 'svg'].filter((name) => names.has(name))).toEqual([]);
    const policy = elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(attribute(policy!, 'content')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
    expect(STYLE).not.toMatch(/url\(|@import|</);
  });

  it.each(LOCALES)('texts of strangers are texts: hostile ones leave the elements of harmless ones (%s)', (locale) => {
    const hostile = render(resultWithText(HOSTILE), locale);
    const harmless = render(resultWithText(HOSTILE.map((_, index) => `文字${index}`)), locale);
    expect(shape(hostile)).toEqual(shape(harmless));
    expect(hostile.filter(({ tagName }) => tagName === 'blockquote').map(textOf)).toEqual(
      HOSTILE.flatMap((text) => [text, text]).map((text) => visible(text.replace(/\s+/g, ' '))),
    );
    expect(textOf(hostile[0]!)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/);
  });

  it('ids of findings become fragments that differ where the ids do', () => {
    const ids = ['a b', 'a_20_b', 'a.b', 'a"onx=', '汉', '', 'A', 'a'];
    expect(new Set(ids.map(anchorOf)).size).toBe(ids.length);
    expect(ids.map(anchorOf).filter((anchor) => !/^f-[\w-]*$/.test(anchor))).toEqual([]);
  });

  it('without findings there is a verdict and the coverage', () => {
    const elements = render(EMPTY);
    expect(elements.filter(isOf('finding'))).toHaveLength(0);
    expect(elements.filter(isOf('verdict')).map(textOf)).toEqual(['✓ 没有发现问题']);
    expect(elements.filter(({ tagName }) => tagName === 'h2').map(textOf)).toEqual(['覆盖范围']);
  });

  it('many quotes of a side fold away, none is lost', () => {
    const claims = ORDINARY.claims.slice(0, 6).map(({ id }) => id);
    const result = {
      ...ORDINARY,
      findings: [findingOf('f', 'exception', 'info', '题', [sideOf('多', claims), sideOf('缺', ['无此说法'], 2)])],
    };
    const elements = render(result);
    expect(elements.filter(isOf('more'))).toHaveLength(1);
    expect(elements.filter(({ tagName }) => tagName === 'blockquote')).toHaveLength(6);
    expect(textOf(elements[0]!)).toContain('另有 2 处');
  });

  it('groups an unordered result by severity, then kind', () => {
    const side = [sideOf('x', [])];
    const findings = [
      findingOf('1', 'stale-date', 'info', '丁', side),
      findingOf('2', 'exception', 'error', '乙', side),
      findingOf('3', 'contradiction', 'error', '甲', side),
      findingOf('4', 'stale-date', 'info', '丁', side),
    ];
    const elements = render(resultOf({ findings }));
    expect(elements.filter(isOf('finding')).map((card) => attribute(card, 'id'))).toEqual(['f-3', 'f-2', 'f-1', 'f-4']);
  });

  it('holds thousands of findings, and a quote of megabytes is cut', () => {
    const page = reporters.html.render(largeResult(5000), { locale: 'zh' });
    expect(page.match(/<article class="finding /g)).toHaveLength(5000);
    expect(page.match(/<blockquote>/g)).toHaveLength(10_000);
    const long = '长'.repeat(1 << 20);
    expect(reporters.html.render(resultWithText([long]), { locale: 'zh' }).length).toBeLessThan(100_000);
  });

  it('text and background differ by 4.5 : 1 or more, light and dark', () => {
    const themes = [...STYLE.matchAll(/:root\{([^}]*)\}/g)].map(
      ([, body]) => new Map([...body!.matchAll(/--([\w-]+):(#\w+)/g)].map(([, name, value]) => [name, value!])),
    );
    expect(themes).toHaveLength(3);
    for (const theme of themes) {
      const pairs = [
        ...['text', 'muted', 'link', 'error', 'warning', 'info', 'clean'].flatMap((name) => [
          [name, 'page'],
          [name, 'card'],
        ]),
        ...['error', 'warning', 'info', 'clean'].map((name) => [name, `${name}-tint`]),
      ] as [string, string][];
      expect(pairs.filter(([front, back]) => contrast(theme.get(front)!, theme.get(back)!) < 4.5)).toEqual([]);
    }
  });
});

/** Contrast of two colours, `#rgb` or `#rrggbb`, after WCAG. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const hex = color.length === 4 ? color.replace(/\w/g, '$&$&') : color;
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
}
