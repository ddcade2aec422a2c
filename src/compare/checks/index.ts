// The list of all kinds of finding, kept by hand.
import type { Kind } from '../../model/finding.ts';
import type { Check } from './check.ts';
import { arithmetic } from './arithmetic.ts';
import { contradiction } from './contradiction.ts';
import { exception } from './exception.ts';
import { floatingDate } from './floating-date.ts';
import { gap } from './gap.ts';
import { regional } from './regional.ts';
import { retiredTerm } from './retired-term.ts';
import { staleDate } from './stale-date.ts';
import { superseded } from './superseded.ts';

export const CHECKS = {
  contradiction,
  exception,
  regional,
  superseded,
  'stale-date': staleDate,
  'floating-date': floatingDate,
  'retired-term': retiredTerm,
  arithmetic,
  gap,
} as const satisfies Record<Kind, Check>;
