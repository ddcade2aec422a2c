// A dispute of many sides as a table: which article says which value.
import type { JSX } from 'preact';
import { oneLine } from '../../report/plain.ts';
import { sideLetter } from '../../report/side.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { articleOf } from '../names.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

/** Articles in the table; a side tells the number of all its claims. */
const MOST = 60;

/** Two sides with a few quotes are seen at one look. */
export const needsMatrix = ({ sides, articles }: Entry): boolean => sides.length > 2 || (sides.length === 2 && articles.length > 4);

export function Matrix({ entry: { sides, articles, finding } }: { readonly entry: Entry }): JSX.Element {
  const { locale, result } = usePage();
  const most = Math.max(...sides.map(({ side }) => side.count));
  return (
    <div class="scroll">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{label(locale, 'article')}</th>
            {sides.map(({ side }, at) => (
              <th key={at} scope="col" class={`side-${at % 6}`}>
                <b class="letter">{sideLetter(at)}</b> <Zh text={side.says} most={60} />
                <span class="notes">
                  {label(locale, 'claimCount', { n: side.count })}
                  {side.count === most &&
                    sides.filter((other) => other.side.count === most).length === 1 &&
                    ` · ${say(locale, 'majority')}`}
                  {side.source !== null && ` · ${say(locale, 'register')}`}
                  {finding.standing?.side === at && ` · ${say(locale, 'better')}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {articles.slice(0, MOST).map((id) => {
            const article = articleOf(id, result);
            return (
              <tr key={id}>
                <th scope="row">
                  <Zh text={article?.title.trim() || id} most={60} />
                  {article?.published != null && <span class="notes">{oneLine(article.published, 20)}</span>}
                </th>
                {sides.map(({ citations }, at) => {
                  const lines = [
                    ...new Set(citations.filter(({ claim }) => claim.article === id).map(({ claim }) => claim.evidence.startLine)),
                  ];
                  return (
                    <td key={at} class={lines.length > 0 ? `says side-${at % 6}` : undefined}>
                      {lines.length > 0 && (
                        <>
                          <span aria-hidden="true">●</span> {say(locale, 'lines', { lines: oneLine(lines.join(', '), 40) })}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {articles.length > MOST && (
            <tr>
              <td colSpan={sides.length + 1} class="muted">
                {label(locale, 'moreTopics', { n: articles.length - MOST })}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
