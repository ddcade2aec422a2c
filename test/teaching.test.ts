// docs/teaching.md: its commands print what stands there, and every step gives what the page says, no finding more.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './golden/golden.ts';
import { PAGE, walkthrough } from './golden/walkthrough.ts';

const { page, steps } = walkthrough();
const audits = steps.flatMap(({ result }) => (result === null ? [] : [result]));

/** The findings of the page: kind, attribute, and the quotes of each side. */
const FINDINGS: readonly (readonly [kind: string, attribute: string, sides: readonly (readonly string[])[]])[] = [
  ['contradiction', '免费时长', [['一小时之内免费', '免费时长为1小时'], ['每次借车两小时以内免费']]],
  ['contradiction', '押金标准', [['押金是200元'], ['便民卡的押金同样为300元', '租车卡押金为300元']]],
  ['contradiction', '转借', [['租车卡不得转借他人'], ['租车卡可以转借给家人使用']]],
  ['exception', '办卡年龄', [['年满14周岁的学生，也可以办理租车卡'], ['年满16周岁的市民']]],
  ['exception', '载人', [['骑行公共自行车时，后座可以搭载一名儿童'], ['骑行公共自行车禁止载人']]],
];

const ordered = <T>(list: readonly T[]): T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('the walk through', () => {
  it('prints what the page shows; `npm run golden` rewrites it', () => {
    expect(readFileSync(join(ROOT, PAGE), 'utf8')).toBe(page);
  });

  it('shows every pack of the example', () => {
    const packs = readdirSync(join(ROOT, 'examples/teaching')).filter((name) => name !== 'articles');
    expect(packs.filter((name) => !page.includes(`teaching/${name}`))).toEqual([]);
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 1, 0, 1, 2]);
  });

  it('moves each sentence on from reason to reason until it is read', () => {
    const reasons = audits.map(({ unread }) => {
      const counts: Record<string, number> = {};
      for (const { reason, count } of unread!) counts[reason] = (counts[reason] ?? 0) + count;
      return counts;
    });
    expect(reasons).toEqual([
      { subject: 15, question: 2 },
      { number: 7, verdict: 7, condition: 1, question: 2 },
      { number: 1, question: 2 },
      { question: 2 },
    ]);
    expect(audits.map(({ corpus }) => corpus.unread)).toEqual([15, 15, 1, 0]);
  });

  it('gives these findings and no other', () => {
    expect(audits.map(({ findings }) => findings.length)).toEqual([0, 0, 6, 5]);
    const { findings, claims } = audits[3]!;
    const quotes = new Map(claims.map(({ id, evidence }) => [id, evidence.quote]));
    const told = findings.map(({ kind, topic, sides }) => [
      kind,
      topic.split(' · ').at(-1),
      ordered(sides.map((side) => ordered(side.claims.map((id) => quotes.get(id))))),
    ]);
    expect(ordered(told)).toEqual(ordered(FINDINGS.map(([kind, attribute, sides]) => [kind, attribute, ordered(sides)])));
  });

  it('is rid of the false alarm once the cases are known', () => {
    const topics = audits.map(({ findings }) => findings.map(({ topic }) => topic));
    expect(topics[2]!.filter((topic) => !topics[3]!.includes(topic))).toEqual(['租车卡 · 押金退还']);
    expect(topics[3]!.filter((topic) => !topics[2]!.includes(topic))).toEqual([]);
  });
});
