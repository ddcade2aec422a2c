// The pictures: each a table whose rows have a bar, or a map with a table behind; what is chosen in them filters the findings.
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { SEVERITIES } from '../../model/finding.ts';
import { KIND_WORDING, label, SEVERITY_WORDING } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { NO_FILTER } from '../filter.ts';
import type { Facet } from '../filter.ts';
import { nameRegion } from '../names.ts';
import { ageRows, kindRows, regionCounts, topicRows, totalOf } from '../tally.ts';
import { say } from '../wording.ts';
import type { Move } from './app.tsx';
import { Bars } from './bars.tsx';
import { RegionMap } from './region-map.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly move: Move;
}

const TOPICS = 12;
const REGIONS = 40;

export function Overview({ entries, move }: Props): JSX.Element {
  const { locale, result } = usePage();
  const kinds = useMemo(() => kindRows(entries), [entries]);
  const topics = useMemo(() => topicRows(entries, TOPICS), [entries]);
  const regions = useMemo(() => regionCounts(entries), [entries]);
  const ages = useMemo(() => ageRows(result, entries), [result, entries]);
  const choose = (facet: Facet, value: string): void =>
    move({ view: 'findings', finding: null, filter: { ...NO_FILTER, chosen: { ...NO_FILTER.chosen, [facet]: [value] } } });
  const places = [...regions].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, REGIONS);
  return (
    <main id="main" tabindex={-1} class="wide overview">
      <section aria-labelledby="chart-kinds">
        <h2 id="chart-kinds">{say(locale, 'chart.kinds')}</h2>
        <Bars
          head={[label(locale, 'kind'), ...SEVERITIES.map((severity) => SEVERITY_WORDING[locale][severity])]}
          rows={kinds.map((row) => ({
            key: row.kind,
            name: KIND_WORDING[locale][row.kind].title,
            parts: SEVERITIES.map((severity) => ({ value: row.counts[severity], of: severity })),
            total: totalOf(row),
            onChoose: () => choose('kind', row.kind),
          }))}
        />
      </section>
      <section aria-labelledby="chart-topics">
        <h2 id="chart-topics">{say(locale, 'chart.topics')}</h2>
        <Bars
          head={[label(locale, 'topic'), label(locale, 'articles')]}
          rows={topics.map(({ topic, articles }) => ({
            key: topic,
            name: topic,
            parts: [{ value: articles, of: 'plain' }],
            total: articles,
            onChoose: () => choose('topic', topic),
          }))}
        />
      </section>
      <section aria-labelledby="chart-regions">
        <h2 id="chart-regions">{say(locale, 'chart.regions')}</h2>
        <p class="muted">{say(locale, 'chart.regionsNote')}</p>
        <RegionMap counts={regions} onChoose={(code) => choose('region', code)} />
        <details>
          <summary>{say(locale, 'data')}</summary>
          <Bars
            head={[label(locale, 'region'), say(locale, 'findings')]}
            rows={places.map(([code, n]) => ({
              key: code,
              name: nameRegion(code, result),
              parts: [{ value: n, of: 'plain' }],
              total: n,
              onChoose: () => choose('region', code),
            }))}
          />
        </details>
      </section>
      <section aria-labelledby="chart-age">
        <h2 id="chart-age">{say(locale, 'chart.age')}</h2>
        <p class="muted">{say(locale, 'chart.ageNote')}</p>
        <Bars
          head={['', say(locale, 'inFindings'), label(locale, 'claims')]}
          rows={ages.map(({ age, claims, cited }) => ({
            key: age,
            name: say(locale, `age.${age}`),
            parts: [
              { value: cited, of: 'warning' },
              { value: claims - cited, of: 'plain', shown: claims },
            ],
            total: claims,
            onChoose: null,
          }))}
        />
      </section>
    </main>
  );
}
