// The page as a whole: what is shown, in which language and theme, and who knows of whose changes.
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Locale } from '../../model/result.ts';
import { label } from '../../report/wording.ts';
import type { Content } from '../audit.ts';
import { readAddress, writeAddress } from '../address.ts';
import type { Address } from '../address.ts';
import { PageContext, useRemembered } from '../context.ts';
import type { Entry } from '../entry.ts';
import { openTriage } from '../triage.ts';
import { Compare } from './compare.tsx';
import { Coverage } from './coverage.tsx';
import { Findings } from './findings.tsx';
import { Header } from './header.tsx';
import type { Theme } from './header.tsx';
import { Overview } from './overview.tsx';

interface Props {
  readonly content: Content;
  readonly entries: readonly Entry[];
}

export function App({ content, entries }: Props): JSX.Element {
  const { result } = content;
  const [locale, setLocale] = useRemembered<Locale>('locale', content.locale, ['zh', 'en']);
  const [theme, setTheme] = useRemembered<Theme>('theme', 'auto', ['auto', 'light', 'dark']);
  const [address, move] = useAddress();
  const triage = useMemo(openTriage, []);
  const links = useMemo(() => linksOf(content), [content]);
  const page = useMemo(() => ({ result, locale, triage, links }), [result, locale, triage, links]);

  // Before the next frame: a page must not flash in the other theme.
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = locale === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${label(locale, 'title')} · ${result.asOf}`;
    if (theme === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [locale, theme, result]);

  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#main" onClick={skip}>
        {label(locale, 'skip')}
      </a>
      <Header {...{ address, move, locale, setLocale, theme, setTheme }} />
      {address.view === 'findings' && <Findings {...{ entries, address, move }} />}
      {address.view === 'overview' && <Overview {...{ entries, move }} />}
      {address.view === 'coverage' && <Coverage {...{ entries, move }} />}
      {/* What was compared stays while another page is looked at. */}
      <Compare {...{ entries, move }} shown={address.view === 'compare'} />
    </PageContext.Provider>
  );
}

/** What leads elsewhere than to a file or a page is no link. */
function linksOf({ result, links }: Content): ReadonlyMap<string, string> {
  return new Map(
    result.claims.flatMap(({ id }, at) => {
      const link = links[at] ?? null;
      return link !== null && (/^https?:\/\//.test(link) || !/^[^/?#]*:/.test(link)) ? [[id, link] as const] : [];
    }),
  );
}

/** The fragment is the state of the page: it cannot name a place as well. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

export type Move = (change: Partial<Address>, how?: 'push' | 'replace') => void;

function useAddress(): [Address, Move] {
  const [address, setAddress] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(location.hash));
    addEventListener('hashchange', follow);
    addEventListener('popstate', follow);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  const move = useCallback<Move>((change, how = 'push') => {
    setAddress((before) => {
      const next = { ...before, ...change };
      const hash = `#${writeAddress(next)}`;
      if (hash !== location.hash && !(hash === '#' && location.hash === '')) {
        if (how === 'push') history.pushState(null, '', hash);
        else history.replaceState(null, '', hash);
      }
      return next;
    });
  }, []);
  return [address, move];
}
