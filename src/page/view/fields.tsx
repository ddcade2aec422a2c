// Why it was reported: the claims of the sides field by field, with the words that gave each, and what differs.
import type { JSX } from 'preact';
import { oneLine } from '../../report/plain.ts';
import { sideLetter } from '../../report/side.ts';
import { label } from '../../report/wording.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { fieldsOf, pairedClaims, wordsOf } from '../field.ts';
import { nameSource } from '../naming.ts';
import { say } from '../wording.ts';
import { Zh } from './text.tsx';

/** Sides that stand beside each other; more than these are in the table of values. */
const MOST = 6;

export function FieldTable({ entry }: { readonly entry: Entry }): JSX.Element | null {
  const { locale } = usePage();
  const columns = pairedClaims(entry).flatMap((claim, at) => {
    return claim === null ? [] : [{ at, claim, fields: new Map(fieldsOf(claim, locale).map((field) => [field.key, field])) }];
  });
  if (columns.length === 0) return null;
  const shown = columns.slice(0, MOST);
  // Conditions of all sides in one block, in the order in which they turn up.
  const keys = [...new Set(shown.flatMap(({ fields }) => [...fields.keys()]))].sort((a, b) => rank(a) - rank(b));
  return (
    <div class="scroll">
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">{say(locale, 'field')}</th>
            {shown.map(({ at, claim }) => (
              <th key={at} scope="col">
                {entry.sides.length > 1 ? label(locale, 'side', { letter: sideLetter(at) }) : say(locale, 'value')}
                {claim.id.startsWith('register:') && <span class="notes">{say(locale, 'register')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key} class={new Set(shown.map(({ fields }) => fields.get(key)?.text ?? '')).size > 1 ? 'differs' : undefined}>
              <th scope="row">
                <Zh text={shown.find(({ fields }) => fields.has(key))!.fields.get(key)!.name} />
              </th>
              {shown.map(({ at, claim, fields }) => {
                const text = fields.get(key)?.text ?? '';
                return (
                  <td key={at}>
                    {text === '' ? <span class="muted">{label(locale, 'unstated')}</span> : <Zh text={text} />}
                    {wordsOf(claim, key).map(({ words, from }, index) => (
                      <span key={index} class="gaveit">
                        <q lang="zh-Hans">{oneLine(words, 40)}</q>
                        {from !== '' && ` ${nameSource(from, locale)}`}
                      </span>
                    ))}
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

const ORDER = ['mention', 'subject.scheme', 'subject.thing', 'attribute', 'condition', 'outcome', 'region', 'period', 'strength'];
const rank = (key: string): number => ORDER.findIndex((one) => key === one || key.startsWith(`${one}.`));
