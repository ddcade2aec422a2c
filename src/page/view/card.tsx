// One finding: a line that tells what it is about, and below it, once open, everything there is to know.
import type { JSX } from 'preact';
import { memo } from 'preact/compat';
import { KIND_WORDING, label, STATUS_WORDING } from '../../report/wording.ts';
import { sideLetter } from '../../report/side.ts';
import { useJudgement, usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { TRIAGE_WORDS } from '../naming.ts';
import { say } from '../wording.ts';
import { Detail } from './detail.tsx';
import { SeverityBadge } from './icon.tsx';
import { Zh } from './text.tsx';

interface Props {
  readonly entry: Entry;
  readonly index: number;
  readonly total: number;
  readonly open: boolean;
  /** The address of the page names it. */
  readonly linked: boolean;
  readonly onToggle: (id: string) => void;
  readonly whole?: boolean;
}

/** Sides that the line of a closed card names. */
const NAMED = 4;

export const Card = memo(function Card({ entry, index, total, open, linked, onToggle, whole = false }: Props): JSX.Element {
  const { locale } = usePage();
  const { finding, sides, articles } = entry;
  const { state } = useJudgement(finding.id);
  const title = `title-${index}`;
  const body = `body-${index}`;
  return (
    <article
      class={`card ${finding.severity}${linked ? ' linked' : ''}${state === 'open' ? '' : ' judged'}`}
      aria-labelledby={title}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-finding={finding.id}
    >
      <h2 class="line">
        <button
          type="button"
          class="opener"
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          id={title}
          onClick={() => onToggle(finding.id)}
        >
          <span class="tags">
            <SeverityBadge severity={finding.severity} />
            <span class="kind">{KIND_WORDING[locale][finding.kind].title}</span>
            {finding.cause === 'clock' && <span class="tag">{label(locale, 'clock')}</span>}
            {finding.status !== 'new' && <span class="tag">{STATUS_WORDING[locale][finding.status]}</span>}
            {state !== 'open' && <span class={`tag state ${state}`}>{TRIAGE_WORDS[locale][state]}</span>}
            <span class="spread">{say(locale, articles.length === 1 ? 'article' : 'articles', { n: articles.length })}</span>
          </span>
          <span class="topic">
            <Zh text={finding.topic} />
          </span>
        </button>
      </h2>
      {!open && sides.length > 1 && (
        <p class="versus">
          {sides.slice(0, NAMED).map(({ side }, at) => (
            <span key={at} class={`says side-${at % 6}${finding.standing?.side === at ? ' better' : ''}`}>
              <b class="letter">{sideLetter(at)}</b> <Zh text={side.says} most={48} />
            </span>
          ))}
          {sides.length > NAMED && <span class="n">+{sides.length - NAMED}</span>}
        </p>
      )}
      {open && (
        <div class="body" id={body}>
          <Detail entry={entry} whole={whole} />
        </div>
      )}
    </article>
  );
});
