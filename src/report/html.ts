// One page to read, to search and to print: the built page with the audit put into it, and the findings once more for who runs no script.
import type { Locale } from '../model/result.ts';
import { packAudit } from './html-data.ts';
import { plainPieces } from './html-plain.ts';
import { readTemplate } from './html-template.ts';
import { escapeHtml } from './html-text.ts';
import { reporter } from './reporter.ts';
import { label } from './wording.ts';

export const html = reporter(function* (result, options) {
  const { locale } = options;
  for (const part of readTemplate()) {
    if (typeof part === 'string') yield part;
    else if (part.place === 'lang') yield languageOf(locale);
    else if (part.place === 'title') yield escapeHtml(`${label(locale, 'title')} · ${result.asOf}`);
    else if (part.place === 'plain') yield* plainPieces(result, options);
    else yield* packAudit(result, options);
  }
});

const languageOf = (locale: Locale): string => (locale === 'zh' ? 'zh-Hans' : 'en');
