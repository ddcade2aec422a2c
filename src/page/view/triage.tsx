// What a reviewer makes of a finding: a state, a note, and for what is to be left alone a day on which it comes back.
import type { JSX } from 'preact';
import { useJudgement, usePage } from '../context.ts';
import { TRIAGE_STATES } from '../triage.ts';
import { TRIAGE_WORDS } from '../naming.ts';
import { say } from '../wording.ts';

export function TriageBar({ id }: { readonly id: string }): JSX.Element {
  const { locale, triage } = usePage();
  const { state, note, until } = useJudgement(id);
  const waiving = state === 'false-alarm' || state === 'accepted';
  return (
    <fieldset class="triage">
      <legend>{say(locale, 'state')}</legend>
      <div class="states">
        {TRIAGE_STATES.map((name) => (
          <label key={name} class={name}>
            <input
              type="radio"
              name={`triage-${id}`}
              value={name}
              checked={state === name}
              onChange={() => triage.judge(id, { state: name })}
            />
            {TRIAGE_WORDS[locale][name]}
          </label>
        ))}
      </div>
      <label class="note">
        <span class="hidden">{say(locale, 'note')}</span>
        <textarea
          rows={1}
          value={note}
          placeholder={say(locale, 'note.hint')}
          onInput={(event) => triage.judge(id, { note: event.currentTarget.value })}
        />
      </label>
      {waiving && (
        <label class="until">
          {say(locale, 'untilDay')}{' '}
          <input type="date" value={until} onInput={(event) => triage.judge(id, { until: event.currentTarget.value })} />
        </label>
      )}
    </fieldset>
  );
}
