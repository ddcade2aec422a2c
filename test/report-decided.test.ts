// What is known or waived, in each format: marked where the format can say so, never counted, and no reader is left to think that it is gone.
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/report/index.ts';
import { renderTerminal } from '../src/report/terminal.ts';
import { DECIDED, findingOf, HOSTILE, resultOf, sideOf } from './fixtures/report/results.ts';

const text = (format: keyof typeof reporters, locale: 'zh' | 'en' = 'zh'): string => String(reporters[format].render(DECIDED, { locale }));
const VERDICT = '▲ 0 处错误、1 处警告、0 处提示（另有已知 1 处、已豁免 1 处）';
const WHY = '误报：两地规定不同（王）';

describe('an audit with known and waived findings', () => {
  it.each(['markdown', 'summary'] as const)('%s: the verdict and the findings are the new ones', (format) => {
    const report = text(format);
    expect(report).toContain(`**${VERDICT}**`);
    expect(report.match(/日期已过：2023年/g)).toHaveLength(1);
    expect(report.match(/缴费标准/g)?.length ?? 0).toBe(format === 'markdown' ? 1 : 0);
  });

  it('markdown lists the others in a table with who decided what, and what to look after', () => {
    const report = text('markdown');
    const [, excused = ''] = report.split('## 已知和已豁免');
    expect(excused).toContain('甲制度 · 余额归属');
    expect(excused).toContain(`已豁免 · ${WHY}`);
    expect(excused).toContain('| 已知 |');
    expect(report).toContain('豁免已于 2026-01-31 到期（两地规定不同）：需要重新决定');
    expect(report).toMatch(/## 需要清理的决定\n\n- \[claims\/waivers\.yaml:9\]\(.*\) · 0123456789abcdef 不再出现 \(waiver-unused\)/);
  });

  it('terminal: counts and lists what is new, and tells how many are not', () => {
    const report = renderTerminal(DECIDED, { locale: 'zh', color: false, width: 80 });
    expect(report).toContain(`\n${VERDICT}\n`);
    expect(report).not.toContain('前后矛盾');
    const none = { ...DECIDED, findings: DECIDED.findings.slice(0, 2) };
    expect(renderTerminal(none, { locale: 'zh', color: false, width: 80 })).toMatch(/\n✓ 没有新的发现（另有已知 1 处、已豁免 1 处）\n/);
    expect(renderTerminal(none, { locale: 'en', color: false, width: 80 })).toMatch(/\n✓ No new findings \(besides 1 known, 1 waived\)\n/);
  });

  it('html without script: the new one first, the others marked', () => {
    const report = text('html');
    const order = [...report.matchAll(/<article class="card [a-z]+" id="f-(f\d)"/g)].map(([, id]) => id);
    expect(order).toEqual(['f3', 'f1', 'f2']);
    expect(report).toContain(`<span class="tag">已豁免 · ${WHY}</span>`);
    expect(report).toContain('<span class="tag">已知</span>');
  });

  it('csv: a row for each, with its status and waiver', () => {
    const [head = '', ...rows] = text('csv').trimEnd().split('\r\n');
    const names = head.slice(1).split(',');
    expect(names.slice(-3)).toEqual(['状态', '豁免', '涉及文件']);
    expect(rows.map((row) => row.split(',').slice(-3, -1))).toEqual([
      ['已豁免', WHY],
      ['已知', ''],
      ['新增', '误报：两地规定不同（王、至 2026-01-31）'],
    ]);
  });

  it.each([
    ['github', 1],
    ['gitlab', 1],
    ['rdjson', 1],
  ] as const)('%s: only what is new, saying that its waiver ran out', (format, count) => {
    const report = text(format);
    expect(report.match(/日期已过/g)).toHaveLength(count);
    expect(report).not.toContain('前后矛盾');
    expect(report).toContain('豁免已于 2026-01-31 到期');
  });

  it('junit: known and waived ones are skipped, with the reason', () => {
    const report = text('junit');
    expect(report).toContain(`message="已豁免 · ${WHY}"`);
    expect(report.match(/<skipped /g)).toHaveLength(2);
    expect(report.match(/<failure /g)).toHaveLength(1);
  });

  it('sarif: a note on what to look after', () => {
    const run = (
      JSON.parse(text('sarif')) as {
        runs: [{ invocations: [{ toolExecutionNotifications: { level: string; descriptor: { id: string } }[] }] }];
      }
    ).runs[0];
    expect(run.invocations[0].toolExecutionNotifications.map(({ level, descriptor }) => [level, descriptor.id])).toContainEqual([
      'note',
      'waiver-unused',
    ]);
  });

  it('the reason of a waiver is a text of strangers in every format', () => {
    const findings = HOSTILE.map((reason, at) =>
      findingOf(`f${at}`, 'contradiction', 'error', '主题', [sideOf('甲', []), sideOf('乙', [])], {
        status: 'waived',
        waiver: { by: 'file', decision: 'accepted', reason, who: reason, until: null, file: 'w.yaml', line: 1 },
      }),
    );
    const hostile = resultOf({ findings, notes: HOSTILE.map((message) => ({ code: 'waiver-unused', file: message, line: 1, message })) });
    for (const format of ['markdown', 'html', 'junit', 'summary'] as const) {
      const report = String(reporters[format].render(hostile, { locale: 'zh' }));
      expect(report).not.toMatch(/<(?:img|svg|b>)|[\u202A-\u202E\u2066-\u2069]/);
    }
    const rows = String(reporters.csv.render(hostile, { locale: 'zh' })).split('\r\n');
    expect(rows).toHaveLength(HOSTILE.length + 2);
  });
});
