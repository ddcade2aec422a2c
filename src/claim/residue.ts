// What is left of a stretch of text when all tokens are taken out: the words that no pack knows.
import type { Token } from '../parse/clause.ts';

/** The Han characters between `start` and `end` that no token explains; those in brackets only if `brackets` says so, those of a document's title (《…》) never. */
export function unexplained(text: string, tokens: readonly Token[], start: number, end: number, brackets: boolean): string {
  let rest = '';
  let at = start;
  let depth = 0;
  let cited = false;
  const step = (to: number): void => {
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x300a) cited = true;
      else if (code === 0x300b) cited = false;
      else if (code === 0x28) depth++;
      else if (code === 0x29) depth--;
      else if (!cited && (brackets || depth <= 0) && code >= 0x4e00 && code <= 0x9fff) {
        // A run at a time: each piece that is put on is an object.
        const from = at;
        for (; at + 1 < to; at++) {
          const next = text.charCodeAt(at + 1);
          if (next < 0x4e00 || next > 0x9fff) break;
        }
        rest += text.slice(from, at + 1);
      }
    }
  };
  for (const token of tokens) {
    if (token.start >= end) break;
    // 母亲再婚的: whose mother, no word of the packs tells.
    if (token.category === 'role' && token.ref === 'kin') continue;
    step(token.start);
    at = Math.max(at, token.end);
  }
  step(end);
  return rest;
}

/** 第七条, 三、, 自…之日起, and particles. */
const EMPTY = /第?[一二三四五六七八九十百]{1,3}[条款项章节问]|之日起?|[自被且其该由从在对于与及之将已或也就都而以为所本]/g;

/** Without the characters that say nothing by themselves. */
export const contentOf = (unknown: string): string => unknown.replace(EMPTY, '');
