// The head of the page: verdict and why, counts that filter, what was audited.
import type { JSX } from 'preact';
import { SEVERITIES } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import type { Locale } from '../../model/result.ts';
import { tallyFindings } from '../../report/lookup.ts';
import { countOf, label } from '../../report/wording.ts';
import type { Address, View } from '../address.ts';
import { VIEWS } from '../address.ts';
import { usePage } from '../context.ts';
import { NO_FILTER } from '../filter.ts';
import { verdictOf } from '../verdict.ts';
import { VIEW_WORDS } from '../naming.ts';
import { say } from '../wording.ts';
import type { Move } from './app.tsx';
import { Shape } from './icon.tsx';
import { Zh } from './text.tsx';

export type Theme = 'auto' | 'light' | 'dark';
const THEMES = ['auto', 'light', 'dark'] as const satisfies readonly Theme[];

interface Props {
  readonly address: Address;
  readonly move: Move;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

export function Header({ address, move, locale, setLocale, theme, setTheme }: Props): JSX.Element {
  const { result } = usePage();
  const { corpus, asOf, tool } = result;
  const verdict = verdictOf(result, locale);
  return (
    <header class="head">
      <div class="bar">
        <p class="brand">
          <span class="mark" aria-hidden="true" />
          claimlint
        </p>
        <nav aria-label={say(locale, 'views')}>
          {VIEWS.map((view) => (
            <ViewLink key={view} {...{ view, address, move, locale }} />
          ))}
        </nav>
        <div class="settings">
          <label>
            <span class="hidden">{say(locale, 'theme')}</span>
            <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
              {THEMES.map((name) => (
                <option key={name} value={name}>
                  {say(locale, `theme.${name}`)}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="quiet"
            lang={locale === 'zh' ? 'en' : 'zh-Hans'}
            onClick={() => setLocale(locale === 'zh' ? 'en' : 'zh')}
          >
            {locale === 'zh' ? 'English' : '中文'}
          </button>
        </div>
      </div>
      <div class={`verdict ${verdict.gravest ?? 'clean'}`}>
        <div class="seal">
          <Shape name={verdict.gravest ?? 'clean'} />
        </div>
        <div class="words">
          <h1>
            {label(locale, 'title')}
            <span class="outcome">{verdict.title}</span>
          </h1>
          <ul class="because">
            {verdict.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
        <Counts address={address} move={move} />
      </div>
      <dl class="facts">
        <Fact name={label(locale, 'asOf')} value={asOf} />
        {(['files', 'articles', 'sentences', 'claims', 'unread'] as const).map((name) => (
          <Fact key={name} name={label(locale, name)} value={corpus[name].toLocaleString('en')} />
        ))}
        <Fact name={label(locale, 'tool')} value={`${tool.name} ${tool.version}`} />
      </dl>
    </header>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Zh text={value} />
      </dd>
    </div>
  );
}

interface ViewLinkProps {
  readonly view: View;
  readonly address: Address;
  readonly move: Move;
  readonly locale: Locale;
}

function ViewLink({ view, address, move, locale }: ViewLinkProps): JSX.Element {
  return (
    <button type="button" aria-current={address.view === view ? 'page' : undefined} onClick={() => move({ view, finding: null })}>
      {VIEW_WORDS[locale][view]}
    </button>
  );
}

/** The counts of the whole audit; each leads to its findings. */
function Counts({ address, move }: Pick<Props, 'address' | 'move'>): JSX.Element {
  const { result, locale } = usePage();
  const { bySeverity } = tallyFindings(result.findings);
  const choose = (severity: Severity): void =>
    move({ view: 'findings', finding: null, filter: { ...NO_FILTER, chosen: { ...NO_FILTER.chosen, severity: [severity] } } });
  const { severity: chosen } = address.filter.chosen;
  return (
    <ul class="counts">
      {SEVERITIES.map((severity) => (
        <li key={severity}>
          <button
            type="button"
            class={severity}
            disabled={bySeverity[severity] === 0}
            aria-pressed={chosen.length === 1 && chosen[0] === severity}
            onClick={() => choose(severity)}
          >
            <span class="number">{bySeverity[severity]}</span>
            <span class="name">
              <Shape name={severity} /> {countOf(locale, severity, bySeverity[severity]).replace(/^\d+( 处)? ?/, '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
