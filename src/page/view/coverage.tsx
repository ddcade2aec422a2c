// What was read and what was not: register, articles, files left out, sentences not understood.
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { decisionLabel } from '../../report/waiver.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { NO_FILTER } from '../filter.ts';
import { fold } from '../search.ts';
import { say } from '../wording.ts';
import type { Move } from './app.tsx';
import { Bars } from './bars.tsx';
import { Zh } from './text.tsx';
import { UnreadGroups } from './unread-groups.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly move: Move;
}

/** Articles in the table; who looks for another one types its name. */
const MOST = 200;

export function Coverage({ entries, move }: Props): JSX.Element {
  const { locale, result } = usePage();
  const { register, faults, notes, skipped, packs } = result;
  return (
    <main id="main" tabindex={-1} class="wide coverage">
      {register !== null && (
        <section aria-labelledby="c-register">
          <h2 id="c-register">{label(locale, 'register')}</h2>
          <p class="muted">{say(locale, 'references', { n: register.references })}</p>
          <Bars
            head={[label(locale, 'claims'), say(locale, 'count')]}
            rows={(['backed', 'contradicted', 'uncovered'] as const).map((name) => ({
              key: name,
              name: say(locale, name),
              parts: [{ value: register[name], of: name === 'backed' ? 'clean' : name === 'contradicted' ? 'error' : 'plain' }],
              total: register[name],
              onChoose: null,
            }))}
          />
        </section>
      )}
      <section aria-labelledby="c-faults">
        <h2 id="c-faults">{label(locale, 'faults')}</h2>
        {faults.length === 0 && <p class="muted">{say(locale, 'nothingHere')}</p>}
        <ul class="plainlist">
          {faults.slice(0, MOST).map(({ file, line, message, code }, index) => (
            <li key={index}>
              <code>
                <Zh text={line === null ? file : `${file}:${line}`} />
              </code>{' '}
              <Zh text={message} /> <span class="muted">{code}</span>
            </li>
          ))}
          {faults.length > MOST && <li class="muted">{say(locale, 'more', { n: faults.length - MOST })}</li>}
        </ul>
        {notes.length > 0 && <h3>{decisionLabel(locale, 'notes')}</h3>}
        {notes.length > 0 && (
          <ul class="plainlist">
            {notes.slice(0, MOST).map(({ file, line, message, code }, index) => (
              <li key={index}>
                <code>
                  <Zh text={`${file}:${line}`} />
                </code>{' '}
                <Zh text={message} /> <span class="muted">{code}</span>
              </li>
            ))}
            {notes.length > MOST && <li class="muted">{say(locale, 'more', { n: notes.length - MOST })}</li>}
          </ul>
        )}
        {skipped.length > 0 && <h3>{say(locale, 'notRead')}</h3>}
        {skipped.map(({ reason, count, files }) => (
          <details key={reason}>
            <summary>
              {say(locale, `skip.${reason}`)} <span class="n">{count}</span>
            </summary>
            <ul class="plainlist">
              {files.map((file) => (
                <li key={file}>
                  <code>
                    <Zh text={file} />
                  </code>
                </li>
              ))}
              {count > files.length && <li class="muted">{say(locale, 'more', { n: count - files.length })}</li>}
            </ul>
          </details>
        ))}
        <h3>{label(locale, 'packs')}</h3>
        <p>
          <Zh text={packs.map(({ name, version }) => `${name} ${version}`).join(label(locale, 'comma'))} />
        </p>
      </section>
      <section aria-labelledby="c-unread" class="whole">
        <h2 id="c-unread">
          {label(locale, 'unread')} <span class="n">{result.corpus.unread}</span>
        </h2>
        <p class="muted">{say(locale, result.unread === null ? 'unreadAsk' : 'unreadNote')}</p>
        {result.unread !== null && <UnreadGroups groups={result.unread} />}
      </section>
      <Articles entries={entries} move={move} />
    </main>
  );
}

function Articles({ entries, move }: Props): JSX.Element {
  const { locale, result } = usePage();
  const [query, setQuery] = useState('');
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { articles } of entries) for (const id of articles) found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  }, [entries]);
  const rows = useMemo(() => {
    const wanted = fold(query.trim());
    const n = (id: string): number => counts.get(id) ?? 0;
    return result.articles
      .filter(({ title, file, region }) => wanted === '' || fold(`${title} ${file} ${region ?? ''}`).includes(wanted))
      .toSorted((a, b) => n(b.id) - n(a.id) || (a.id < b.id ? -1 : 1));
  }, [result, counts, query]);
  const choose = (id: string): void =>
    move({ view: 'findings', finding: null, filter: { ...NO_FILTER, chosen: { ...NO_FILTER.chosen, article: [id] } } });
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return (
    <section aria-labelledby="c-articles" class="whole">
      <h2 id="c-articles">
        {say(locale, 'articlesRead')} <span class="n">{result.articles.length}</span>
      </h2>
      <label class="search">
        <span class="hidden">{say(locale, 'findValue', { name: label(locale, 'article') })}</span>
        <input
          type="search"
          value={query}
          placeholder={say(locale, 'findValue', { name: label(locale, 'article') })}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{label(locale, 'article')}</th>
              <th scope="col">{label(locale, 'place')}</th>
              <th scope="col">{label(locale, 'region')}</th>
              <th scope="col">{say(locale, 'publishedOn')}</th>
              <th scope="col">{label(locale, 'claims')}</th>
              <th scope="col">{label(locale, 'unread')}</th>
              <th scope="col">{say(locale, 'findings')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map(({ id, title, file, line, region, published, claims, unread }) => (
              <tr key={id}>
                <th scope="row">{title.trim() === '' ? label(locale, 'untitled') : <Zh text={title} most={60} />}</th>
                <td>
                  <code>
                    <Zh text={`${file}:${line}`} />
                  </code>
                </td>
                <td>{region !== null && <Zh text={region} />}</td>
                <td>{published !== null && <Zh text={published} most={20} />}</td>
                <td class="number">{number(claims)}</td>
                <td class="number">{number(unread)}</td>
                <td class="number">
                  {counts.has(id) ? (
                    <button type="button" class="quiet" onClick={() => choose(id)}>
                      {counts.get(id)}
                      <span class="hidden">
                        {' '}
                        <Zh text={title} most={60} />
                      </span>
                    </button>
                  ) : (
                    0
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST && <p class="muted">{say(locale, 'more', { n: rows.length - MOST })}</p>}
    </section>
  );
}
