// One side of a finding: what it says, who says so, and the register where it takes this side.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { unlisted } from '../../report/lookup.ts';
import { sideLetter } from '../../report/side.ts';
import { citeSource } from '../../report/source.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { EntrySide } from '../entry.ts';
import { say } from '../wording.ts';
import { Evidence } from './evidence.tsx';
import { Zh } from './text.tsx';

/** Quotes of a side that are shown at once. */
const FIRST = 4;

interface Props {
  readonly side: EntrySide;
  /** Null for a notice, whose one side needs no letter and says what the heading says. */
  readonly at: number | null;
  readonly better: boolean;
  readonly differing: ReadonlySet<string>;
  readonly whole: boolean;
}

export function SideColumn({ side: { side, citations }, at, better, differing, whole }: Props): JSX.Element {
  const { locale } = usePage();
  const [all, setAll] = useState(false);
  const more = unlisted(side, citations.length);
  return (
    <section class={`side${at === null ? '' : ` side-${at % 6}`}`}>
      {at !== null && (
        <h3 class="says">
          <b class="letter">
            <span class="hidden">{label(locale, 'side', { letter: '' })}</span>
            {sideLetter(at)}
          </b>
          <span class="value">
            <Zh text={side.says} />
          </span>
          {side.count > 0 && <span class="n">{label(locale, 'claimCount', { n: side.count })}</span>}
          {better && <span class="tag good">{say(locale, 'better')}</span>}
        </h3>
      )}
      {side.source !== null && (
        <p class="source">
          <span class="tag good">{say(locale, 'register')}</span> <Zh text={citeSource(side.source, locale)} />
        </p>
      )}
      <ol class="quotes">
        {(all || whole ? citations : citations.slice(0, FIRST)).map(({ claim, article }) => (
          <li key={claim.id}>
            <Evidence claim={claim} article={article} differing={differing} />
          </li>
        ))}
      </ol>
      {citations.length > FIRST && !whole && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? say(locale, 'quotesFewer') : say(locale, 'quotesMore', { n: citations.length - FIRST })}
        </button>
      )}
      {more > 0 && <p class="muted">{label(locale, 'moreClaims', { n: more })}</p>}
    </section>
  );
}
