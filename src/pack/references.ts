// Everything that an attribute or axis names must be declared by some pack.
import type { DomainFile } from './files.ts';
import type { PackMessage } from './messages.ts';
import type { Attribute, Axis, Concept } from './pack.ts';

/** Throws PackError for the first name of the file that refers to nothing. */
export function checkReferences(
  file: DomainFile,
  concepts: ReadonlyMap<string, Concept>,
  axes: ReadonlyMap<string, Axis>,
  attributes: ReadonlyMap<string, Attribute>,
): void {
  const known = (place: readonly string[], names: readonly string[], declared: readonly string[], code: PackMessage): void => {
    const missing = names.find((name) => !declared.includes(name));
    if (missing === undefined) return;
    throw file.error(place, code, { from: place[1]!, id: missing }, { word: missing, candidates: declared });
  };
  const [conceptIds, axisIds, attributeIds] = [[...concepts.keys()], [...axes.keys()], [...attributes.keys()]];
  for (const [id, raw] of Object.entries(file.data.attributes ?? {})) {
    const place = ['attributes', id];
    known(place, [...raw.of, ...(raw.schemes ?? []), ...Object.entries(raw.defaults ?? {}).flat()], conceptIds, 'concept.unknown');
    const own = Object.values(raw.axes ?? {}).flat();
    // `opaque` is what was not understood of a condition.
    known(
      place,
      own.filter((name) => name !== 'opaque'),
      axisIds,
      'axis.unknown',
    );
    known(
      place,
      [raw.upper, raw.as, raw.implies?.attribute, raw.share?.less, ...(raw.bears ?? []).map((one) => one.attribute)].flatMap(
        (name) => name ?? [],
      ),
      attributeIds,
      'attribute.unknown',
    );
  }
  for (const [id, { only = [], values = {}, usual = null }] of Object.entries(file.data.axes ?? {})) {
    known(['axes', id, 'only'], only, attributeIds, 'attribute.unknown');
    known(['axes', id, 'usual'], usual === null ? [] : [usual], Object.keys(values), 'value.unknown');
    for (const [value, form] of Object.entries(values)) {
      const wider = Array.isArray(form) ? [] : [form.isA].flatMap((name) => name ?? []);
      known(['axes', id, 'values', value], wider, Object.keys(values), 'value.unknown');
    }
  }
}
