// Severities by shape, word and colour: a shape is left on a grey print, and to who sees no colours.
import type { JSX } from 'preact';
import type { Severity } from '../../model/finding.ts';
import { SEVERITY_WORDING } from '../../report/wording.ts';
import { usePage } from '../context.ts';

const SHAPES: Readonly<Record<Severity | 'clean', string>> = {
  error:
    'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm2.9 8.6-1.1 1.1L8 9.1l-1.8 1.8-1.1-1.1L6.9 8 5.1 6.2l1.1-1.1L8 6.9l1.8-1.8 1.1 1.1L9.1 8z',
  warning: 'M8 1.6c.4 0 .7.2.9.5l6 10.6c.4.7-.1 1.6-.9 1.6H2c-.8 0-1.3-.9-.9-1.6l6-10.6c.2-.3.5-.5.9-.5ZM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z',
  info: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2ZM7.2 4h1.6v1.7H7.2zm0 3h1.6v5H7.2z',
  clean: 'M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2Zm-.9 9.9L4.2 8.2l1.1-1.1 1.8 1.8 3.7-3.7 1.1 1.1z',
};

export function Shape({ name }: { readonly name: Severity | 'clean' }): JSX.Element {
  return (
    <svg class={`shape ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill-rule="evenodd" d={SHAPES[name]} />
    </svg>
  );
}

export function SeverityBadge({ severity }: { readonly severity: Severity }): JSX.Element {
  const { locale } = usePage();
  return (
    <span class={`badge ${severity}`}>
      <Shape name={severity} /> {SEVERITY_WORDING[locale][severity]}
    </span>
  );
}
