// The menu of what leaves the page: files and paper.
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { usePage, useRemembered } from '../context.ts';
import type { Entry } from '../entry.ts';
import { download, exportFindings, isWaived, waiversYaml } from '../export.ts';
import { say } from '../wording.ts';

const FORMATS = ['csv', 'xlsx', 'json'] as const;

interface Props {
  /** All findings, and those that the filter lets through. */
  readonly entries: readonly Entry[];
  readonly shown: readonly Entry[];
}

export function ExportMenu({ entries, shown }: Props): JSX.Element {
  const page = usePage();
  const { locale } = page;
  const menu = useRef<HTMLDetailsElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const act = (work: () => void) => () => {
    if (menu.current !== null) menu.current.open = false;
    work();
  };
  return (
    <>
      <details class="menu" ref={menu}>
        <summary>{say(locale, 'export')}</summary>
        <ul>
          <li>
            <button type="button" onClick={act(() => dialog.current?.showModal())}>
              {say(locale, 'export.waivers')}
            </button>
          </li>
          {FORMATS.map((format) => (
            <li key={format}>
              <button type="button" onClick={act(() => exportFindings(shown, page, format))}>
                {say(locale, `export.${format}`)}
              </button>
            </li>
          ))}
          <li>
            <button type="button" onClick={act(() => window.print())}>
              {say(locale, 'print')}
            </button>
          </li>
        </ul>
      </details>
      <WaiversDialog dialog={dialog} entries={entries} />
    </>
  );
}

interface DialogProps {
  readonly dialog: { current: HTMLDialogElement | null };
  readonly entries: readonly Entry[];
}

function WaiversDialog({ dialog, entries }: DialogProps): JSX.Element {
  const { locale, triage } = usePage();
  const [who, setWho] = useRemembered<string>('who', '', null);
  const all = triage.all();
  const waived = entries.flatMap(({ finding }) => all.get(finding.id) ?? []).filter(isWaived);
  const bare = waived.filter(({ note }) => note.trim() === '').length;
  return (
    <dialog ref={dialog} aria-labelledby="waivers-title" closedby="any">
      <h2 id="waivers-title">{say(locale, 'export.waivers')}</h2>
      <p>{waived.length === 0 ? say(locale, 'noWaivers') : say(locale, 'waiverCount', { n: waived.length, m: bare })}</p>
      <label>
        {say(locale, 'who')}{' '}
        <input type="text" value={who} placeholder={say(locale, 'who.hint')} onInput={(event) => setWho(event.currentTarget.value)} />
      </label>
      <p class="buttons">
        <button
          type="button"
          disabled={waived.length === 0}
          onClick={() => {
            download('waivers.yaml', 'application/yaml', [waiversYaml(entries, triage.all(), who)]);
            dialog.current?.close();
          }}
        >
          {say(locale, 'export.waivers')}
        </button>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {say(locale, 'close')}
        </button>
      </p>
    </dialog>
  );
}
