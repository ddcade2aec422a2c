// What can be taken along of one finding: its link, or its text for an issue.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { writeAddress } from '../address.ts';
import { usePage } from '../context.ts';
import type { Entry } from '../entry.ts';
import { NO_FILTER } from '../filter.ts';
import { markdownOf } from '../finding-markdown.ts';
import { say } from '../wording.ts';

export const linkOf = (id: string): string =>
  `${location.href.split('#', 1)[0]}#${writeAddress({ view: 'findings', filter: NO_FILTER, finding: id })}`;

export function Actions({ entry }: { readonly entry: Entry }): JSX.Element {
  const { locale } = usePage();
  const [copied, setCopied] = useState('');
  const copy = async (what: string, text: string): Promise<void> => {
    await copyText(text);
    setCopied(what);
    setTimeout(() => setCopied(''), 2000);
  };
  const { id } = entry.finding;
  return (
    <p class="actions">
      <a class="permalink" href={`#${writeAddress({ view: 'findings', filter: NO_FILTER, finding: id })}`}>
        {say(locale, 'link')}
      </a>
      <button type="button" class="quiet" onClick={() => void copy('link', linkOf(id))}>
        {say(locale, copied === 'link' ? 'copied' : 'copyLink')}
      </button>
      <button type="button" class="quiet" onClick={() => void copy('markdown', markdownOf(entry, locale, linkOf(id)))}>
        {say(locale, copied === 'markdown' ? 'copied' : 'copyMarkdown')}
      </button>
      <span class="hidden" role="status">
        {copied === '' ? '' : say(locale, 'copied')}
      </span>
    </p>
  );
}

/** A page that was opened from a disk may be refused the clipboard: then the old way. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}
