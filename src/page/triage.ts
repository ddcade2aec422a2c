// What a reviewer made of each finding. It stays in the browser, by the finding's id, so it is there again in the next report.

export const TRIAGE_STATES = ['open', 'confirmed', 'fixed', 'false-alarm', 'accepted'] as const;
export type TriageState = (typeof TRIAGE_STATES)[number];

export interface Judgement {
  readonly state: TriageState;
  readonly note: string;
  /** ISO day until which a false alarm or an accepted finding is to be left alone; empty for no end. */
  readonly until: string;
}

export type Triage = ReadonlyMap<string, Judgement>;

export const UNJUDGED: Judgement = { state: 'open', note: '', until: '' };

const KEY = 'claimlint.triage';

export interface TriageStore {
  readonly all: () => Triage;
  readonly judge: (id: string, change: Partial<Judgement>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A browser that keeps nothing (private mode, a blocked file:// store) still triages until the page is closed. */
export function openTriage(): TriageStore {
  let triage = load();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  addEventListener('storage', ({ key }) => {
    if (key !== KEY) return;
    triage = load();
    tell();
  });
  return {
    all: () => triage,
    judge: (id, change) => {
      const next = new Map(triage);
      const judgement = { ...(triage.get(id) ?? UNJUDGED), ...change };
      const nothing = judgement.state === 'open' && judgement.note === '' && judgement.until === '';
      if (nothing) next.delete(id);
      else next.set(id, judgement);
      triage = next;
      save(triage);
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load(): Triage {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof saved !== 'object' || saved === null) return new Map();
    return new Map(Object.entries(saved).flatMap(([id, value]) => (isJudgement(value) ? [[id, value] as const] : [])));
  } catch {
    return new Map();
  }
}

function isJudgement(value: unknown): value is Judgement {
  if (typeof value !== 'object' || value === null) return false;
  const { state, note, until } = value as Record<string, unknown>;
  return TRIAGE_STATES.includes(state as TriageState) && typeof note === 'string' && typeof until === 'string';
}

function save(triage: Triage): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(triage)));
  } catch {
    // Kept until the page is closed.
  }
}
