// One quote: where it stands, the words around it, and how it was read.
import type { JSX } from 'preact';
import type { ArticleSummary, ReportedClaim } from '../../model/result.ts';
import { claimFields } from '../../report/claim-text.ts';
import { excerpt } from '../../report/plain.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

interface Props {
  readonly claim: ReportedClaim;
  readonly article: ArticleSummary | null;
}

export function Evidence({ claim, article }: Props): JSX.Element {
  const { locale } = usePage();
  const { file, startLine, quote } = claim.evidence;
  return (
    <>
      <blockquote>
        <Zh text={excerpt(quote)} />
      </blockquote>
      <p class="place">
        {article !== null && <cite>{article.title.trim() === '' ? label(locale, 'untitled') : <Zh text={article.title} most={80} />}</cite>}
        <code>
          <Zh text={`${file}:${startLine}`} />
        </code>
        {article?.region != null && <Zh text={article.region} />}
        {article?.published != null && <span>{label(locale, 'published', { date: article.published })}</span>}
        {article?.teaser === true && <span>{label(locale, 'teaser')}</span>}
      </p>
      <details class="reading">
        <summary>{say(locale, 'readAs')}</summary>
        <dl>
          {claimFields(claim, locale).map(({ name, text, own }) => (
            <div key={name}>
              <dt>{label(locale, name)}</dt>
              <dd class={own ? 'muted' : undefined}>{own ? text : <Zh text={text} />}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
