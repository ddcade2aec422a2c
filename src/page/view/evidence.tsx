// One quote: the words around it with what counts marked, where it stands, and what it has from elsewhere in its article.
import type { JSX } from 'preact';
import type { ArticleSummary, ReportedClaim } from '../../model/result.ts';
import { excerpt } from '../../report/plain.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import { nameSource } from '../naming.ts';
import { say } from '../wording.ts';
import { Marked } from './marked.tsx';
import { Zh } from './text.tsx';

interface Props {
  readonly claim: ReportedClaim;
  readonly article: ArticleSummary | null;
  readonly differing: ReadonlySet<string>;
}

export function Evidence({ claim, article, differing }: Props): JSX.Element {
  const { locale, links } = usePage();
  const link = links.get(claim.id);
  const { file, startLine, quote } = claim.evidence;
  const [here, ...elsewhere] = claim.passages;
  const place = (
    <code>
      <Zh text={`${file}:${startLine}`} />
    </code>
  );
  return (
    <>
      <p class="place">
        {article !== null && <cite>{article.title.trim() === '' ? label(locale, 'untitled') : <Zh text={article.title} most={80} />}</cite>}
        {article?.region != null && (
          <span class="tag">
            <Zh text={article.region} />
          </span>
        )}
        {article?.published != null && (
          <span>
            <Zh text={label(locale, 'published', { date: article.published })} most={40} />
          </span>
        )}
        {article?.teaser === true && <span class="tag">{label(locale, 'teaser')}</span>}
        {claim.mood === 'example' && <span class="tag">{say(locale, 'example')}</span>}
      </p>
      {elsewhere.length > 0 && (
        <dl class="inherited">
          {elsewhere.map((passage, at) => (
            <div key={at}>
              <dt>{say(locale, 'inherited', { from: nameSource(passage.from, locale) })}</dt>
              <dd>
                <Marked passage={passage} differing={differing} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <blockquote>{here === undefined ? <Zh text={excerpt(quote)} /> : <Marked passage={here} differing={differing} />}</blockquote>
      <p class="place">
        {link === undefined ? (
          place
        ) : (
          <a href={link} target="_blank" rel="noopener noreferrer">
            {place}
          </a>
        )}
      </p>
    </>
  );
}
