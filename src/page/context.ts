// What every part of the page knows: the audit, the language, and the stores.
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { AuditResult, Locale } from '../model/result.ts';
import type { Judgement, Triage, TriageStore } from './triage.ts';
import { UNJUDGED } from './triage.ts';

export interface Page {
  readonly result: AuditResult;
  readonly locale: Locale;
  readonly triage: TriageStore;
  /** Claim id → the address of its lines. */
  readonly links: ReadonlyMap<string, string>;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('a part of the page stands outside of it');
  return page;
}

export function useTriage(store: TriageStore): Triage {
  const [triage, setTriage] = useState(store.all);
  useEffect(() => store.subscribe(() => setTriage(store.all())), [store]);
  return triage;
}

/** The judgement of one finding; other findings' do not draw it anew. */
export function useJudgement(id: string): Judgement {
  const { triage } = usePage();
  const [judgement, setJudgement] = useState<Judgement>(() => triage.all().get(id) ?? UNJUDGED);
  useEffect(() => {
    const update = (): void => setJudgement(triage.all().get(id) ?? UNJUDGED);
    update();
    return triage.subscribe(update);
  }, [triage, id]);
  return judgement;
}

/** A choice that the browser remembers where it can. */
export function useRemembered<T extends string>(key: string, first: T, allowed: readonly T[] | null): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const saved = localStorage.getItem(`claimlint.${key}`) as T | null;
      return saved !== null && (allowed === null || allowed.includes(saved)) ? saved : first;
    } catch {
      return first;
    }
  });
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(`claimlint.${key}`, next);
      } catch {
        // Forgotten with the page.
      }
    },
  ];
}
