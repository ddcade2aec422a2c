// A table whose last column draws its numbers: read it or look at it.
import type { JSX } from 'preact';
import { Zh } from './text.tsx';

export interface BarPart {
  readonly value: number;
  /** How it is coloured. */
  readonly of: 'error' | 'warning' | 'info' | 'clean' | 'plain';
  /** The number that the table tells, where the bar draws another. */
  readonly shown?: number;
}

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly BarPart[];
  readonly total: number;
  readonly onChoose: (() => void) | null;
}

interface Props {
  /** Head of the names, then of each part. */
  readonly head: readonly string[];
  readonly rows: readonly BarRow[];
}

export function Bars({ head, rows }: Props): JSX.Element {
  const most = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <table class="bars">
      <thead>
        <tr>
          {head.map((name, index) => (
            <th key={index} scope="col">
              {name === '' ? <span class="hidden">–</span> : name}
            </th>
          ))}
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, parts, onChoose }) => (
          <tr key={key}>
            <th scope="row">
              {onChoose === null ? (
                <Zh text={name} most={60} />
              ) : (
                <button type="button" class="quiet" onClick={onChoose}>
                  <Zh text={name} most={60} />
                </button>
              )}
            </th>
            {parts.map(({ value, shown = value }, index) => (
              <td key={index} class="number">
                {shown}
              </td>
            ))}
            <td class="bar-cell" aria-hidden="true">
              <Bar parts={parts} most={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WIDTH = 200;

function Bar({ parts, most }: { readonly parts: readonly BarPart[]; readonly most: number }): JSX.Element {
  let x = 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" focusable="false">
      {parts.map(({ value, of }, index) => {
        const width = (value / most) * WIDTH;
        x += width;
        return value === 0 ? null : (
          <rect key={index} class={`part-${of}`} x={x - width} y={1} width={Math.max(width - 0.75, 1)} height={12} />
        );
      })}
    </svg>
  );
}
