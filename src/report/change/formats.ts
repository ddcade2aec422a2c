// The reports of a change that there are. A run loads the ones that it writes.
import type { Change } from '../../model/change.ts';
import type { Locale } from '../../model/result.ts';
import type { Links } from '../links.ts';

export interface ChangeRendering {
  readonly locale: Locale;
  readonly links: Links;
  readonly color: boolean;
  readonly width: number;
}

export const changeFormats = {
  markdown: async (change, options) => (await import('./markdown.ts')).changeMarkdown(change, options),
  terminal: async (change, options) => (await import('./terminal.ts')).changeTerminal(change, options),
  json: async (change) => (await import('./json.ts')).changeJson(change),
} as const satisfies Record<string, (change: Change, options: ChangeRendering) => Promise<string>>;

export type ChangeFormat = keyof typeof changeFormats;
