// Where regions differ: region by region, in the order of the map's tree, what each side says there.
import type { JSX } from 'preact';
import { sideLetter } from '../../report/side.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { NOWHERE } from '../filter.ts';
import { nameRegion, pathOf } from '../names.ts';
import { differencesOf, fieldsOf } from '../field.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

export const needsRegions = (entry: Entry): boolean =>
  entry.sides.length > 1 && differencesOf(entry).has('region') && entry.regions.some((code) => code !== '100000');

export function RegionTable({ entry: { sides } }: { readonly entry: Entry }): JSX.Element {
  const { locale, result } = usePage();
  const cells = new Map<string, Map<number, Set<string>>>();
  for (const [at, { citations, reference }] of sides.entries())
    for (const claim of [...citations.map((citation) => citation.claim), ...(reference === null ? [] : [reference])]) {
      const code = claim.region?.code ?? NOWHERE;
      const row = cells.get(code) ?? cells.set(code, new Map()).get(code)!;
      const value = fieldsOf(claim, locale).find(({ key }) => key === 'outcome' || key === 'mention')?.text ?? '';
      (row.get(at) ?? row.set(at, new Set()).get(at)!).add(value);
    }
  // Regions that only stand around others give the table its steps.
  const around = [...cells.keys()].flatMap((code) => (code === NOWHERE ? [] : pathOf(code, result)));
  for (const up of around) if (!cells.has(up)) cells.set(up, new Map());
  const rows = [...cells.keys()].sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return (
    <div class="scroll">
      <table class="regions">
        <thead>
          <tr>
            <th scope="col">{label(locale, 'region')}</th>
            {sides.map((_, at) => (
              <th key={at} scope="col" class={`side-${at % 6}`}>
                <span class="hidden">{label(locale, 'side', { letter: '' })}</span>
                <b class="letter">{sideLetter(at)}</b>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((code) => (
            <tr key={code}>
              <th scope="row" class={code === NOWHERE ? undefined : `depth-${pathOf(code, result).length}`}>
                {code === NOWHERE ? say(locale, 'nowhere') : <Zh text={nameRegion(code, result)} />}
              </th>
              {sides.map((_, at) => {
                const values = [...(cells.get(code)?.get(at) ?? [])];
                return (
                  <td key={at} class={values.length > 0 ? `says side-${at % 6}` : undefined}>
                    <Zh text={values.join(label(locale, 'comma'))} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const order = (code: string): number => (code === '100000' ? 0 : code === NOWHERE ? 2 : 1);
