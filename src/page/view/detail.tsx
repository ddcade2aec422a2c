// An open finding: the sides with their quotes, why it was reported and what to change, the pictures that it needs, and what is made of it.
import type { JSX } from 'preact';
import { word } from '../../model/wording.ts';
import { sideLetter } from '../../report/side.ts';
import { adviceOf } from '../../report/source.ts';
import { waiverText } from '../../report/waiver.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { differencesOf } from '../field.ts';
import { needsTimeline } from '../time.ts';
import { say } from '../wording.ts';
import { Actions } from './actions.tsx';
import { FieldTable } from './fields.tsx';
import { Matrix, needsMatrix } from './matrix.tsx';
import { needsRegions, RegionTable } from './region-table.tsx';
import { SideColumn } from './side.tsx';
import { Zh } from './text.tsx';
import { Timeline } from './timeline.tsx';
import { TriageBar } from './triage.tsx';

interface Props {
  readonly entry: Entry;
  /** On paper nothing can be opened: everything is shown. */
  readonly whole: boolean;
}

export function Detail({ entry, whole }: Props): JSX.Element {
  const { locale, result } = usePage();
  const { finding, sides } = entry;
  const { reasons, standing } = finding;
  const differing = differencesOf(entry);
  // The change that the register asks for is the last of the reasons, and the first that an editor needs.
  const mends = reasons.filter(({ code }) => code === 'register.mend');
  const why = reasons.filter(({ code }) => code !== 'register.mend');
  return (
    <>
      {result.locale === locale && (
        <p class="message">
          <Zh text={finding.message} />
        </p>
      )}
      {finding.waiver !== null && (
        <p class="muted">
          <Zh text={waiverText(finding.waiver, locale)} />{' '}
          <code>
            <Zh text={`${finding.waiver.file}:${finding.waiver.line}`} />
          </code>
        </p>
      )}
      <div class="sides">
        {sides.map((side, at) => (
          <SideColumn
            key={at}
            side={side}
            at={sides.length === 1 ? null : at}
            better={standing?.side === at}
            differing={differing}
            whole={whole}
          />
        ))}
      </div>
      <div class="reasons">
        {why.length > 0 && (
          <section>
            <h3>{say(locale, 'whyFlagged')}</h3>
            <ul>
              {why.map(({ code, args }, at) => (
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
        <section class="advice">
          <h3>{say(locale, 'whatToDo')}</h3>
          {mends.map(({ code, args }, at) => (
            <p key={at} class="mend">
              <Zh text={word(locale, code, args)} />
            </p>
          ))}
          <p>{adviceOf(finding, locale)}</p>
        </section>
      </div>
      {needsMatrix(entry) && (
        <Part title={say(locale, 'byArticle')} open>
          <Matrix entry={entry} />
        </Part>
      )}
      {needsTimeline(entry) && (
        <Part title={say(locale, 'byTime')} open>
          <Timeline entry={entry} />
        </Part>
      )}
      {needsRegions(entry) && (
        <Part title={say(locale, 'byRegion')} open>
          <RegionTable entry={entry} />
        </Part>
      )}
      <Part title={say(locale, 'byField')} open={whole}>
        <FieldTable entry={entry} />
      </Part>
      <div class="foot">
        <TriageBar id={finding.id} />
        <Actions entry={entry} />
      </div>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly open: boolean;
  readonly children: JSX.Element;
}

function Part({ title, open, children }: PartProps): JSX.Element {
  return (
    <details class="part" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}
