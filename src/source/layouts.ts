// The layouts of pages and lines as the readers use them: checked once for each content, and put together by what they are about.
import { readFileSync } from 'node:fs';
import { keptLater } from '../pack/cache.ts';
import type { Cache } from '../pack/cache.ts';
import { shownPath, yamlFiles } from '../pack/list.ts';
import type { CrawledLayout, FieldsLayout, Layout, LayoutFile, LinesLayout, PageLayout } from './layout.ts';

/** As `loadLayouts`, which is loaded only where the cache does not hold what these files say. `more` come first: of some forms only the first counts. */
export async function openLayouts(dir: string, cache: Cache, more: readonly LayoutFile[] = []): Promise<Layout[]> {
  const files = [...more, ...yamlFiles(dir).map((file) => ({ shown: shownPath(file), text: readFileSync(file, 'utf8') }))];
  return keptLater(cache, ['layouts', ...files.map(({ text }) => text)], async () => (await import('./layout.ts')).checkLayouts(files));
}

/** The layouts by what they are about. What no file describes has no words. */
export interface Layouts {
  readonly lines: LinesLayout;
  readonly crawled: readonly CrawledLayout[];
  readonly page: PageLayout;
  readonly fields: FieldsLayout;
}

const grouped = new WeakMap<readonly Layout[], Layouts>();

export function groupLayouts(layouts: readonly Layout[]): Layouts {
  let groups = grouped.get(layouts);
  if (groups === undefined) {
    const first = <F extends Layout['form']>(form: F): Extract<Layout, { form: F }> | undefined =>
      layouts.find((one): one is Extract<Layout, { form: F }> => one.form === form);
    groups = {
      lines: first('lines') ?? { form: 'lines', markers: [], bullets: [], dates: [], dateLabels: [], menu: { marks: [], words: [] } },
      crawled: layouts.filter((one) => one.form === 'crawled'),
      page: first('page') ?? { form: 'page', content: [], context: [], byline: [], drop: [], pathSeparators: [], dateMeta: [] },
      fields: first('fields') ?? {
        form: 'fields',
        title: [],
        date: [],
        region: [],
        tags: [],
        body: [],
        heading: [],
        note: [],
        question: [],
        answer: [],
      },
    };
    grouped.set(layouts, groups);
  }
  return groups;
}
