// Which side holds when: a bar per stretch of time, the day of the audit across them, and the same as a table.
import type { JSX } from 'preact';
import { oneLine } from '../../report/plain.ts';
import { sideLetter } from '../../report/side.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { articleOf } from '../names.ts';
import { dayNumber, stretchesOf, yearOf } from '../time.ts';
import type { Stretch } from '../time.ts';
import { TIME_WORDS } from '../naming.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

const [WIDTH, ROW, HEAD, LEFT] = [720, 22, 22, 34];
/** Bars that are drawn; the table has all. */
const MOST = 24;

export function Timeline({ entry }: { readonly entry: Entry }): JSX.Element {
  const { locale, result } = usePage();
  const stretches = stretchesOf(entry);
  // A saved audit may hold anything for a day.
  const drawn = stretches.filter(({ from, to }) => [from, to].every((day) => day === null || !Number.isNaN(dayNumber(day)))).slice(0, MOST);
  const days = [result.asOf, ...drawn.flatMap(({ from, to }) => [from, to].filter((day) => day !== null))].filter(
    (day) => !Number.isNaN(dayNumber(day)),
  );
  const first = Math.min(...days.map(yearOf));
  const last = Math.max(...days.map(yearOf)) + 1;
  const [start, end] = [dayNumber(`${first}-01-01`), dayNumber(`${last}-01-01`)];
  const x = (day: string): number => LEFT + ((dayNumber(day) - start) / (end - start)) * (WIDTH - LEFT - 8);
  const step = Math.ceil((last - first) / 12);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => (year - first) % step === 0);
  const height = HEAD + drawn.length * ROW + 6;
  return (
    <figure class="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={say(locale, 'byTime')}>
        {years.map((year) => (
          <g key={year} class="year">
            <line x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={HEAD - 4} y2={height} />
            <text x={Math.min(x(`${year}-01-01`), WIDTH - 30)} y={HEAD - 8}>
              {year}
            </text>
          </g>
        ))}
        {drawn.map((stretch, index) => (
          <Bar key={index} stretch={stretch} y={HEAD + index * ROW} x={x} right={WIDTH - 8} />
        ))}
        <line class="today" x1={x(result.asOf)} x2={x(result.asOf)} y1={4} y2={height} />
      </svg>
      <figcaption>
        <span class="today-key" aria-hidden="true" /> {say(locale, 'today')} {result.asOf}
      </figcaption>
      <details>
        <summary>{say(locale, 'data')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{label(locale, 'side', { letter: '' })}</th>
              <th scope="col">{label(locale, 'period')}</th>
              <th scope="col">{label(locale, 'source')}</th>
              <th scope="col">{label(locale, 'article')}</th>
            </tr>
          </thead>
          <tbody>
            {stretches.map(({ side, from, to, by, article }, index) => (
              <tr key={index}>
                <td>{sideLetter(side)}</td>
                <td>{oneLine(from === to ? (from ?? '') : `${from ?? '…'} – ${to ?? '…'}`, 40)}</td>
                <td>{TIME_WORDS[locale][by]}</td>
                <td>{article === null ? '' : <Zh text={articleOf(article, result)?.title || article} most={40} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface BarProps {
  readonly stretch: Stretch;
  readonly y: number;
  readonly x: (day: string) => number;
  readonly right: number;
}

/** An open end fades out; a day of publication is a dot. */
function Bar({ stretch: { side, from, to, by }, y, x, right }: BarProps): JSX.Element {
  const [x1, x2] = [from === null ? LEFT : x(from), to === null ? right : x(to)];
  return (
    <g class={`bar-of side-${side % 6} ${by}`}>
      <text class="name" x={8} y={y + 15}>
        {sideLetter(side)}
      </text>
      {by === 'published' ? (
        <circle cx={x1} cy={y + 11} r={5} />
      ) : (
        <>
          <rect x={x1} y={y + 5} width={Math.max(4, x2 - x1)} height={12} rx={3} />
          {from === null && <path class="open" d={`M${x1} ${y + 5}l-6 6 6 6z`} />}
          {to === null && <path class="open" d={`M${x2} ${y + 5}l6 6-6 6z`} />}
        </>
      )}
    </g>
  );
}
