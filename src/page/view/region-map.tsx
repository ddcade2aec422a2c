// The provinces as tiles, about where they lie: how many findings speak of each.
import type { JSX } from 'preact';
import { oneLine } from '../../report/plain.ts';
import { usePage } from '../context.ts';
import { nameRegion } from '../names.ts';
import { say } from '../wording.ts';

/** Column and row of each province by its code (GB/T 2260). */
const TILES: Readonly<Record<string, readonly [number, number]>> = {
  '230000': [8, 0],
  '150000': [6, 1],
  '220000': [8, 1],
  '650000': [1, 2],
  '640000': [4, 2],
  '140000': [5, 2],
  '110000': [6, 2],
  '120000': [7, 2],
  '210000': [8, 2],
  '630000': [2, 3],
  '620000': [3, 3],
  '610000': [4, 3],
  '410000': [5, 3],
  '130000': [6, 3],
  '370000': [7, 3],
  '540000': [1, 4],
  '510000': [3, 4],
  '500000': [4, 4],
  '420000': [5, 4],
  '340000': [6, 4],
  '320000': [7, 4],
  '310000': [8, 4],
  '530000': [3, 5],
  '520000': [4, 5],
  '430000': [5, 5],
  '360000': [6, 5],
  '330000': [7, 5],
  '450000': [4, 6],
  '440000': [5, 6],
  '350000': [6, 6],
  '710000': [7, 6],
  '460000': [4, 7],
  '820000': [5, 7],
  '810000': [6, 7],
};
const [SIZE, GAP, LEFT] = [46, 4, 1];
/** Characters of a name that a tile holds. */
const SHORT = 2;

interface Props {
  readonly counts: ReadonlyMap<string, number>;
  readonly onChoose: (code: string) => void;
}

export function RegionMap({ counts, onChoose }: Props): JSX.Element {
  const { locale, result } = usePage();
  const most = Math.max(1, ...Object.keys(TILES).map((code) => counts.get(code) ?? 0));
  return (
    <svg class="map" viewBox={`0 0 ${8 * (SIZE + GAP)} ${8 * (SIZE + GAP)}`} role="group" aria-label={say(locale, 'chart.regions')}>
      {Object.entries(TILES).map(([code, [column, row]]) => {
        const n = counts.get(code) ?? 0;
        const [x, y] = [(column - LEFT) * (SIZE + GAP), row * (SIZE + GAP)];
        if (n === 0) return <rect key={code} class="empty" x={x} y={y} width={SIZE} height={SIZE} rx={6} />;
        const name = oneLine(nameRegion(code, result), 20);
        const level = Math.min(4, Math.ceil((n / most) * 4));
        return (
          <g
            key={code}
            class={`tile level-${level}`}
            role="button"
            tabindex={0}
            aria-label={`${name.slice(0, SHORT)} ${n} · ${name}`}
            onClick={() => onChoose(code)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onChoose(code);
            }}
          >
            <title>{`${name} ${n}`}</title>
            <rect x={x} y={y} width={SIZE} height={SIZE} rx={6} />
            <text x={x + SIZE / 2} y={y + 20}>
              {name.slice(0, SHORT)}
            </text>
            <text class="n" x={x + SIZE / 2} y={y + 36}>
              {n}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
