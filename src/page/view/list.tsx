// The list of findings. A long one holds only the cards in view.
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { JSX, Ref } from 'preact';
import { useImperativeHandle } from 'preact/compat';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../entry.ts';
import { usePage } from '../context.ts';
import { say } from '../wording.ts';
import { Card } from './card.tsx';

/** Cards up to which all of them are in the page, where the browser's own search finds them. */
const FEW = 100;
/** Findings that are printed: a thousand are some two thousand pages. */
const PAPER = 1000;
/** Frames within which a card that was scrolled to is drawn, on a slow machine. */
const FRAMES = 300;
/** Height of a closed card in pixels, before it is measured. */
const CLOSED = 92;

export interface ListHandle {
  /** Scrolls to a finding and gives it the focus. */
  readonly show: (id: string) => void;
  /** Goes on to the next or the one before. */
  readonly step: (by: 1 | -1) => void;
}

interface Props {
  readonly handle: Ref<ListHandle>;
  readonly entries: readonly Entry[];
  /** Ids that differ from `allOpen`. */
  readonly open: ReadonlySet<string>;
  readonly allOpen: boolean;
  readonly onToggle: (id: string) => void;
  readonly linked: string | null;
  readonly printing: boolean;
}

export function List({ handle, entries, open, allOpen, onToggle, linked, printing }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const many = entries.length > FEW;
  const virtual = useVirtual(many ? entries : [], box);

  const show = (index: number, block: 'start' | 'nearest'): void => {
    const entry = entries[index];
    if (entry === undefined) return;
    if (many) virtual.scrollToIndex(index, { align: 'start' });
    focusCard(entry.finding.id, block, many ? FRAMES : 0);
  };
  useImperativeHandle(handle, () => ({
    show: (id) =>
      show(
        entries.findIndex(({ finding }) => finding.id === id),
        'start',
      ),
    step: (by) => {
      const at = document.activeElement?.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
      const index = entries.findIndex(({ finding }) => finding.id === at);
      show(index < 0 ? 0 : Math.min(entries.length - 1, Math.max(0, index + by)), 'nearest');
    },
  }));

  if (printing) return <Paper entries={entries} />;
  const card = (entry: Entry, index: number): JSX.Element => (
    <Card
      key={entry.finding.id}
      entry={entry}
      index={index}
      total={entries.length}
      open={open.has(entry.finding.id) !== allOpen}
      linked={linked === entry.finding.id}
      onToggle={onToggle}
    />
  );
  if (!many)
    return (
      <div class="list" ref={box}>
        {entries.map(card)}
      </div>
    );
  return (
    <div class="list long" ref={box} style={{ height: `${virtual.getTotalSize()}px` }}>
      {virtual.getVirtualItems().map(({ index, start }) => (
        <div
          key={entries[index]!.finding.id}
          class="slot"
          data-index={index}
          ref={virtual.measureElement}
          style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
        >
          {card(entries[index]!, index)}
        </div>
      ))}
    </div>
  );
}

/** On paper every finding is there and open. */
function Paper({ entries }: Pick<Props, 'entries'>): JSX.Element {
  const { locale } = usePage();
  return (
    <div class="list">
      {entries.length > PAPER && <p class="notice">{say(locale, 'printMost', { n: PAPER })}</p>}
      {entries.slice(0, PAPER).map((entry, index) => (
        <Card key={entry.finding.id} entry={entry} index={index} total={entries.length} open whole linked={false} onToggle={() => {}} />
      ))}
    </div>
  );
}

/** A card that is scrolled to from afar is drawn some frames later. */
function focusCard(id: string, block: 'start' | 'nearest', frames: number): void {
  const button = document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"] .opener`);
  if (button !== null) {
    button.focus({ preventScroll: frames > 0 });
    button.scrollIntoView({ block });
  } else if (frames > 0) requestAnimationFrame(() => focusCard(id, block, frames - 1));
}

function useVirtual(entries: readonly Entry[], box: { readonly current: HTMLElement | null }): Virtualizer<Window, Element> {
  const [, draw] = useState({});
  const [margin, setMargin] = useState(0);
  const options = {
    count: entries.length,
    getScrollElement: () => window,
    estimateSize: () => CLOSED,
    getItemKey: (index: number) => entries[index]?.finding.id ?? index,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    scrollMargin: margin,
    scrollPaddingStart: 72,
    overscan: 6,
    onChange: () => draw({}),
  };
  const [virtual] = useState(() => new Virtualizer<Window, Element>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => {
    // What stands above the list changes its height with the width of the window and the filter.
    const top = box.current === null ? 0 : Math.round(box.current.getBoundingClientRect().top + window.scrollY);
    if (top !== margin) setMargin(top);
    virtual._willUpdate();
  });
  return virtual;
}
