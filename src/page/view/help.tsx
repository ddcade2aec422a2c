// The keys of the page, and where triage is kept.
import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { say } from '../wording.ts';

const KEYS = ['/', 'j', 'k', 'Enter', 'e', 'x', 'c', '?'] as const;

export function Help({ dialog }: { readonly dialog: { current: HTMLDialogElement | null } }): JSX.Element {
  const { locale } = usePage();
  return (
    <dialog ref={dialog} aria-labelledby="help-title" closedby="any">
      <h2 id="help-title">{say(locale, 'keys')}</h2>
      <dl class="keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(locale, `keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{say(locale, 'about')}</p>
      <p class="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {say(locale, 'close')}
        </button>
      </p>
    </dialog>
  );
}
