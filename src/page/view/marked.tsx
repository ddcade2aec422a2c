// Words of an article with those marked that gave something, and above all those in which the sides differ.
import type { JSX } from 'preact';
import type { Passage } from '../../model/passage.ts';
import { visible } from '../../report/plain.ts';
import { usePage } from '../context.ts';
import { nameField } from '../naming.ts';

interface Props {
  readonly passage: Passage;
  readonly differing: ReadonlySet<string>;
}

export function Marked({ passage: { text, marks, from }, differing }: Props): JSX.Element {
  const { locale } = usePage();
  const quote = marks.find(({ field }) => field === 'evidence');
  const fields = marks.filter(({ field }) => field !== 'evidence');
  const borders = new Set([0, text.length]);
  for (const { start, end } of marks) borders.add(start).add(end);
  const cuts = [...borders].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return (
    <span class={`passage${from === 'here' ? '' : ' elsewhere'}`} lang={locale === 'zh' ? undefined : 'zh-Hans'}>
      {cuts.slice(0, -1).map((start, index) => {
        const end = cuts[index + 1]!;
        const own = fields.filter((mark) => mark.start <= start && end <= mark.end);
        const inQuote = quote !== undefined && quote.start <= start && end <= quote.end;
        const words = visible(text.slice(start, end));
        if (own.length === 0)
          return inQuote || from !== 'here' ? (
            <span key={start}>{words}</span>
          ) : (
            <span key={start} class="around">
              {words}
            </span>
          );
        const names = [...new Set(own.map(({ field }) => nameField(field, locale)))].join(locale === 'zh' ? '、' : ', ');
        if (own.some(({ field }) => differing.has(field)))
          return (
            <mark key={start} class={inQuote || from !== 'here' ? 'differs' : 'differs outside'} title={names}>
              {words}
            </mark>
          );
        return (
          <span key={start} class={inQuote || from !== 'here' ? 'gave' : 'gave outside'} title={names}>
            {words}
          </span>
        );
      })}
    </span>
  );
}
