// One facet: its values with the number of findings that each would show. Several values of a facet add up.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SEVERITIES } from '../../model/finding.ts';
import type { Kind, Severity } from '../../model/finding.ts';
import { KIND_WORDING, label, SEVERITY_WORDING, STATUS_WORDING } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Page } from '../context.ts';
import { NOWHERE, orderValues } from '../filter.ts';
import type { Facet } from '../filter.ts';
import { fold } from '../search.ts';
import { articleOf, nameRegion, pathOf } from '../names.ts';
import type { TriageState } from '../triage.ts';
import { TRIAGE_WORDS } from '../naming.ts';
import { say } from '../wording.ts';
import { Shape } from './icon.tsx';
import { Zh } from './text.tsx';

/** Values of a facet that are shown at first; and from how many on they can be searched. */
const FIRST = 8;
const MANY = 16;
/** Between the parts of a topic. */
const SEPARATOR = ' · ';
/** Values that are listed at most: of thousands of topics, who looks for one types it. */
const MOST = 300;

interface Props {
  readonly facet: Facet;
  readonly name: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: readonly string[];
  readonly onChoose: (facet: Facet, values: readonly string[]) => void;
}

export function FacetGroup({ facet, name, counts, chosen, onChoose }: Props): JSX.Element | null {
  const page = usePage();
  const { locale } = page;
  const [all, setAll] = useState(false);
  const [query, setQuery] = useState('');
  const everything = facet === 'region' ? orderRegions(counts, chosen) : orderValues(facet, counts, chosen);
  // A facet of one value parts nothing.
  if (everything.length < 2 && chosen.length === 0) return null;
  const wanted = fold(query);
  // What lies below a value is offered once that one is chosen, or looked for.
  const ordered = wanted === '' ? everything.filter((value) => isOffered(facet, value, chosen, page)) : everything;
  const found = wanted === '' ? ordered : ordered.filter((value) => fold(nameOf(facet, value, page)).includes(wanted));
  const listed = found.slice(0, all || wanted !== '' ? MOST : FIRST);
  const hidden = found.length - Math.min(found.length, FIRST);
  const id = `facet-${facet}`;
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>
        {name}
        {chosen.length > 0 && (
          <button type="button" class="quiet" aria-label={say(locale, 'clearFacet', { name })} onClick={() => onChoose(facet, [])}>
            ×
          </button>
        )}
      </h2>
      {everything.length > MANY && (
        <input
          type="search"
          class="find"
          aria-label={say(locale, 'findValue', { name })}
          placeholder={say(locale, 'findValue', { name })}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      <ul>
        {listed.map((value) => (
          <li key={value} class={depthOf(facet, value, page)}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => onChoose(facet, chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])}
              />
              <span class="value">
                {facet === 'severity' && <Shape name={value as Severity} />}
                <Zh text={shortName(facet, value, page)} most={60} />
              </span>
              <span class="n">{counts.get(value) ?? 0}</span>
            </label>
          </li>
        ))}
      </ul>
      {wanted === '' && hidden > 0 && (
        <button type="button" class="quiet more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say(locale, 'fewerValues') : say(locale, 'moreValues', { n: hidden })}
        </button>
      )}
    </section>
  );
}

function nameOf(facet: Facet, value: string, { locale, result }: Page): string {
  switch (facet) {
    case 'severity':
      return SEVERITIES.includes(value as Severity) ? SEVERITY_WORDING[locale][value as Severity] : value;
    case 'kind':
      return Object.hasOwn(KIND_WORDING[locale], value) ? KIND_WORDING[locale][value as Kind].title : value;
    case 'triage':
      return Object.hasOwn(TRIAGE_WORDS[locale], value) ? TRIAGE_WORDS[locale][value as TriageState] : value;
    case 'status':
      if (value === 'clock') return say(locale, 'clock');
      return Object.hasOwn(STATUS_WORDING[locale], value) ? STATUS_WORDING[locale][value as 'new'] : value;
    case 'region':
      return value === NOWHERE ? say(locale, 'nowhere') : nameRegion(value, result);
    case 'article': {
      const article = articleOf(value, result);
      return article === null ? value : article.title.trim() || label(locale, 'untitled');
    }
    case 'topic':
      return value;
  }
}

/** Below its scheme a topic need not name it again. */
function shortName(facet: Facet, value: string, page: Page): string {
  const name = nameOf(facet, value, page);
  return facet === 'topic' && name.includes(SEPARATOR) ? name.slice(name.indexOf(SEPARATOR) + SEPARATOR.length) : name;
}

function isOffered(facet: Facet, value: string, chosen: readonly string[], { result }: Page): boolean {
  if (chosen.includes(value)) return true;
  const path =
    facet === 'topic' && value.includes(SEPARATOR)
      ? [value.split(SEPARATOR, 1)[0]!, value]
      : facet === 'region' && value !== NOWHERE
        ? pathOf(value, result)
        : [value];
  return (
    path.length === 1 ||
    path.slice(0, -1).some((up) => chosen.includes(up)) ||
    chosen.some((other) => other.startsWith(`${path[0]!}${SEPARATOR}`))
  );
}

/** A tree told by its order: each region below the one around it, the whole country and what names none at the end. */
function orderRegions(counts: ReadonlyMap<string, number>, chosen: readonly string[]): readonly string[] {
  const codes = [...new Set([...counts.keys(), ...chosen])];
  const last = (code: string): number => (code === NOWHERE ? 2 : code === '100000' ? 1 : 0);
  return codes.sort((a, b) => last(a) - last(b) || (a < b ? -1 : 1));
}

function depthOf(facet: Facet, value: string, { result }: Page): string | undefined {
  if (facet === 'region' && value !== NOWHERE) return `depth-${pathOf(value, result).length}`;
  return facet === 'topic' && value.includes(SEPARATOR) ? 'depth-2' : undefined;
}
