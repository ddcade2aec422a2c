// The findings: search and facets beside the list, and the keys that walk it.
import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Address } from '../address.ts';
import { usePage, useTriage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { applyFilter, FACETS, isFiltered, NO_FILTER, SORTS } from '../filter.ts';
import type { Facet, Filter, Sort } from '../filter.ts';
import { searchIn } from '../search.ts';
import { FACET_WORDS, SORT_WORDS } from '../naming.ts';
import { say } from '../wording.ts';
import type { Move } from './app.tsx';
import { copyText, linkOf } from './actions.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FacetGroup } from './facet.tsx';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { usePrinting } from './printing.ts';
import { List } from './list.tsx';
import type { ListHandle } from './list.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly address: Address;
  readonly move: Move;
}

export function Findings({ entries, address, move }: Props): JSX.Element {
  const { locale, triage } = usePage();
  const judged = useTriage(triage);
  const search = useMemo(searchIn, []);
  const { filter } = address;
  const shown = useMemo(() => applyFilter(entries, filter, search, judged), [entries, filter, search, judged]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => firstOpen(entries, address));
  const [allOpen, setAllOpen] = useState(false);
  const [filters, setFilters] = useState(false);
  const list = useRef<ListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const printing = usePrinting();
  const missing = address.finding !== null && !entries.some(({ finding }) => finding.id === address.finding);

  const setFilter = useCallback(
    (change: Partial<Filter>, how: 'push' | 'replace' = 'push') => move({ filter: { ...filter, ...change }, finding: null }, how),
    [filter, move],
  );
  const choose = useCallback(
    (facet: Facet, values: readonly string[]) => setFilter({ chosen: { ...filter.chosen, [facet]: values } }),
    [filter, setFilter],
  );
  const toggle = useCallback((id: string) => setOpen((before) => toggled(before, id)), []);
  const toggleAll = useCallback(() => {
    setAllOpen((all) => !all);
    setOpen(new Set());
  }, []);

  // A link to a finding opens it, whatever the filter lets through.
  useEffect(() => {
    const { finding } = address;
    if (finding === null || missing) return;
    if (!shown.entries.some((entry) => entry.finding.id === finding)) {
      move({ filter: NO_FILTER }, 'replace');
      return;
    }
    setOpen((before) => (before.has(finding) !== allOpen ? before : toggled(before, finding)));
    list.current?.show(finding);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [address.finding]);

  useKeys({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
    j: () => list.current?.step(1),
    k: () => list.current?.step(-1),
    e: toggleAll,
    x: () => onCurrent((id) => triage.judge(id, { state: triage.all().get(id)?.state === 'false-alarm' ? 'open' : 'false-alarm' })),
    c: () => onCurrent((id) => void copyText(linkOf(id))),
    '?': () => help.current?.showModal(),
  });

  return (
    <div class={`findings${filters ? ' filtering' : ''}`}>
      <aside class="facets" aria-label={say(locale, 'filters')} id="facets">
        {FACETS.map((facet) => (
          <FacetGroup
            key={facet}
            {...{ facet, name: FACET_WORDS[locale][facet] }}
            counts={shown.counts[facet]}
            chosen={filter.chosen[facet]}
            onChoose={choose}
          />
        ))}
      </aside>
      <main id="main" tabindex={-1}>
        <div class="tools" role="search">
          <label class="search">
            <span class="hidden">{say(locale, 'search')}</span>
            <input
              ref={field}
              type="search"
              value={filter.q}
              placeholder={say(locale, 'search.hint')}
              onInput={(event) => setFilter({ q: event.currentTarget.value }, 'replace')}
              onKeyDown={(event) => {
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            />
            <kbd aria-hidden="true">/</kbd>
          </label>
          <label class="sort">
            <span>{say(locale, 'sort')}</span>
            <select value={filter.sort} onChange={(event) => setFilter({ sort: event.currentTarget.value as Sort })}>
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {SORT_WORDS[locale][sort]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" onClick={toggleAll}>
            {say(locale, allOpen ? 'collapseAll' : 'expandAll')} <kbd aria-hidden="true">e</kbd>
          </button>
          <ExportMenu entries={entries} shown={shown.entries} />
          <button type="button" class="square" aria-label={say(locale, 'help')} onClick={() => help.current?.showModal()}>
            ?
          </button>
          <button type="button" class="narrow" aria-expanded={filters} aria-controls="facets" onClick={() => setFilters(!filters)}>
            {say(locale, filters ? 'hide' : 'show')}
          </button>
        </div>
        <div class="state">
          <p role="status">
            {isFiltered(filter)
              ? say(locale, 'results', { shown: shown.entries.length, all: entries.length })
              : say(locale, 'resultsAll', { all: entries.length })}
          </p>
          {isFiltered(filter) && (
            <button type="button" class="quiet" onClick={() => setFilter(NO_FILTER)}>
              {say(locale, 'clear')}
            </button>
          )}
        </div>
        {missing && (
          <p class="notice" role="alert">
            {say(locale, 'missing', { id: address.finding ?? '' })}
          </p>
        )}
        {shown.entries.length === 0 && entries.length > 0 && <p class="nothing">{say(locale, 'none')}</p>}
        <List
          handle={list}
          printing={printing}
          entries={shown.entries}
          open={open}
          allOpen={allOpen}
          onToggle={toggle}
          linked={address.finding}
        />
      </main>
      <Help dialog={help} />
    </div>
  );
}

/** The finding in which the focus is. */
function onCurrent(act: (id: string) => void): void {
  const id = document.activeElement?.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
  if (id !== undefined) act(id);
}

/** A few findings are all open at once; of many the first shows what there is to see. */
function firstOpen(entries: readonly Entry[], { finding }: Address): ReadonlySet<string> {
  if (finding !== null) return new Set([finding]);
  return new Set(entries.slice(0, 1).map((entry) => entry.finding.id));
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
