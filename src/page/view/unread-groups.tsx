// Sentences that gave no claim: by reason with what can be done, then by what they speak of.
import type { JSX } from 'preact';
import { ASIDE, UNREAD_REASONS } from '../../model/unread.ts';
import type { UnreadGroup } from '../../model/unread.ts';
import { excerpt } from '../../report/plain.ts';
import { phrase, REASON_WORDING } from '../../report/unread-wording.ts';
import { usePage } from '../context.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

export function UnreadGroups({ groups }: { readonly groups: readonly UnreadGroup[] }): JSX.Element {
  const { locale } = usePage();
  const reasons = UNREAD_REASONS.filter((reason) => groups.some((group) => group.reason === reason));
  return (
    <>
      {reasons.map((reason) => {
        const own = groups.filter((group) => group.reason === reason);
        const { title, advice } = REASON_WORDING[locale][reason];
        return (
          <details key={reason} class="unread">
            <summary>
              <b>{title}</b> <span class="n">{phrase(locale, 'sentences', { n: own.reduce((sum, { count }) => sum + count, 0) })}</span>
              {ASIDE.has(reason) && <span class="tag">{say(locale, 'apart')}</span>}
            </summary>
            <p class="muted">{advice}</p>
            {own.map(({ terms, count, sentences }, index) => (
              <details key={index}>
                <summary>
                  {terms.length === 0 ? phrase(locale, 'rest') : <Zh text={terms.join(' · ')} />}{' '}
                  <span class="n">{phrase(locale, 'sentences', { n: count })}</span>
                </summary>
                <ul class="plainlist">
                  {sentences.map(({ evidence }, at) => (
                    <li key={at}>
                      <code>
                        <Zh text={`${evidence.file}:${evidence.startLine}`} />
                      </code>{' '}
                      <Zh text={excerpt(evidence.quote)} />
                    </li>
                  ))}
                  {count > sentences.length && <li class="muted">{phrase(locale, 'more', { n: count - sentences.length })}</li>}
                </ul>
              </details>
            ))}
          </details>
        );
      })}
    </>
  );
}
