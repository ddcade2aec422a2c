// An open finding: the sides with their quotes, why it was reported, and what to change.
import type { JSX } from 'preact';
import { word } from '../../model/wording.ts';
import { sideLetter } from '../../report/side.ts';
import { KIND_WORDING, label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { say } from '../wording.ts';
import { SideColumn } from './side.tsx';
import { Zh } from './text.tsx';

export function Detail({ entry }: { readonly entry: Entry }): JSX.Element {
  const { locale, result } = usePage();
  const { finding, sides } = entry;
  const { reasons, standing, kind } = finding;
  return (
    <>
      {result.locale === locale && (
        <p class="message">
          <Zh text={finding.message} />
        </p>
      )}
      <div class={`sides n-${Math.min(sides.length, 4)}`}>
        {sides.map((side, at) => (
          <SideColumn key={at} side={side} at={sides.length === 1 ? null : at} better={standing?.side === at} />
        ))}
      </div>
      <div class="reasons">
        {reasons.length > 0 && (
          <section>
            <h3>{say(locale, 'whyFlagged')}</h3>
            <ul>
              {reasons.map(({ code, args }, at) => (
                <li key={at}>
                  <Zh text={word(locale, code, args)} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {standing !== null && (
          <section>
            <h3>{label(locale, 'standing', { letter: sideLetter(standing.side) })}</h3>
            <ul>
              {standing.reasons.map(({ code, args }, at) => (
                <li key={at}>
                  <Zh text={word(locale, code, args)} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h3>{say(locale, 'whatToDo')}</h3>
          <p>{KIND_WORDING[locale][kind].advice}</p>
        </section>
      </div>
    </>
  );
}
