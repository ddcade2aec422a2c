// This audit against an earlier one that the reader drops into the page.
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { KIND_WORDING } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import { compareWith, readEarlier } from '../earlier.ts';
import type { Earlier, EarlierFinding } from '../earlier.ts';
import type { Entry } from '../entry.ts';
import { say } from '../wording.ts';
import type { Move } from './app.tsx';
import { SeverityBadge } from './icon.tsx';
import { Zh } from './text.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly move: Move;
  readonly shown: boolean;
}

/** Findings of each list. */
const MOST = 500;

export function Compare({ entries, move, shown }: Props): JSX.Element | null {
  const { locale } = usePage();
  const [earlier, setEarlier] = useState<(Earlier & { readonly name: string }) | null>(null);
  const [problem, setProblem] = useState<{ readonly name: string; readonly reason: string } | null>(null);
  const difference = useMemo(() => (earlier === null ? null : compareWith(earlier, entries)), [earlier, entries]);

  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      setEarlier({ ...readEarlier(await file.text()), name: file.name });
      setProblem(null);
    } catch (error) {
      setEarlier(null);
      setProblem({ name: file.name, reason: (error as Error).message });
    }
    move({ view: 'compare', finding: null });
  };

  // Wherever it is dropped: a browser would otherwise leave the page for the file.
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void take(event.dataTransfer?.files[0]);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);

  if (!shown) return null;
  return (
    <main id="main" tabindex={-1} class="wide compare">
      <section class="drop">
        <label class="file">
          {say(locale, 'dropHere')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <p class="muted">{say(locale, 'compareNote')}</p>
      </section>
      {problem !== null && (
        <p class="notice" role="alert">
          <Zh text={say(locale, 'notAudit', problem)} />
        </p>
      )}
      {earlier !== null && difference !== null && (
        <>
          <div role="status">
            <h2>
              <Zh text={say(locale, 'against', { name: earlier.name, asOf: earlier.asOf })} />
            </h2>
          </div>
          <div class="differences">
            <Group title={say(locale, 'fresh')} findings={difference.fresh.map(nowOf)} move={move} />
            <Group title={say(locale, 'gone')} findings={difference.gone} move={null} />
            <Group title={say(locale, 'same')} findings={difference.same.map(nowOf)} move={move} />
          </div>
        </>
      )}
    </main>
  );
}

const nowOf = ({ finding }: Entry): EarlierFinding => ({ ...finding, says: finding.sides.map((side) => side.says) });

interface GroupProps {
  readonly title: string;
  readonly findings: readonly EarlierFinding[];
  /** Null for findings that this report does not have. */
  readonly move: Move | null;
}

function Group({ title, findings, move }: GroupProps): JSX.Element {
  const { locale } = usePage();
  return (
    <details open={findings.length <= 50}>
      <summary>
        <h3>
          {title} <span class="n">{findings.length}</span>
        </h3>
      </summary>
      {findings.length === 0 && <p class="muted">{say(locale, 'nothingHere')}</p>}
      <ul class="changes">
        {findings.slice(0, MOST).map(({ id, kind, severity, topic, says }) => (
          <li key={id}>
            <SeverityBadge severity={severity} /> <span class="kind">{KIND_WORDING[locale][kind].title}</span>{' '}
            {move === null ? (
              <b>
                <Zh text={topic} />
              </b>
            ) : (
              <button type="button" class="quiet" onClick={() => move({ view: 'findings', finding: id })}>
                <Zh text={topic} />
              </button>
            )}
            <span class="muted">
              <Zh text={says.join(' ／ ')} most={120} />
            </span>
          </li>
        ))}
        {findings.length > MOST && <li class="muted">{say(locale, 'more', { n: findings.length - MOST })}</li>}
      </ul>
    </details>
  );
}
