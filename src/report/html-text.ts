// Text of strangers inside HTML: characters, never markup. Every text that does not stand in this folder goes through here.
import type { Locale } from '../model/result.ts';
import { oneLine } from './plain.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Any text as one line of character data or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}

/** The fragment by which a finding is linked to: letters, digits and hyphens, different for different ids. */
export function anchorOf(id: string): string {
  return `f-${id.replace(/[^0-9A-Za-z-]/g, (mark) => `_${mark.charCodeAt(0).toString(16)}_`)}`;
}

/** Attribute for words of the articles and packs, which are Chinese, on a page that is not. */
export function chinese(locale: Locale): string {
  return locale === 'zh' ? '' : ' lang="zh-Hans"';
}
