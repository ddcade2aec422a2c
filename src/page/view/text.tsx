// Texts of articles, packs and files: always text, never markup; what cannot be seen is written out.
import type { JSX } from 'preact';
import { oneLine } from '../../report/plain.ts';
import { usePage } from '../context.ts';

/** Words of articles and packs, which are Chinese, on a page that may not be. */
export function Zh({ text, most }: { readonly text: string; readonly most?: number }): JSX.Element {
  const { locale } = usePage();
  const shown = oneLine(text, most);
  return locale === 'zh' ? <>{shown}</> : <span lang="zh-Hans">{shown}</span>;
}
