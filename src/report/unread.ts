// The sentences that gave no claim, in each of the reports for readers: by reason, what can be done, and what the groups speak of.
import type { Locale } from '../model/result.ts';
import { ASIDE, UNREAD_REASONS } from '../model/unread.ts';
import type { ListedSentence, UnreadGroup, UnreadReason } from '../model/unread.ts';
import type { Links } from './links.ts';
import { escapeMarkdown, evidenceLink } from './markdown-text.ts';
import { excerpt, oneLine } from './plain.ts';
import { phrase, REASON_WORDING } from './unread-wording.ts';
import { label } from './wording.ts';

/** Sentences of a group that a report for readers shows; the JSON document has as many as were asked for. */
const SHOWN = 5;
/** Groups of a reason, and characters of a sentence, that a terminal shows. */
const GROUPS = 5;
const LENGTH = 60;

interface Chapter {
  readonly reason: UnreadReason;
  readonly count: number;
  readonly groups: readonly UnreadGroup[];
}

/** The groups by reason, those first that packs can mend. */
function chaptersOf(groups: readonly UnreadGroup[]): Chapter[] {
  return UNREAD_REASONS.flatMap((reason) => {
    const own = groups.filter((group) => group.reason === reason);
    return own.length === 0 ? [] : [{ reason, count: own.reduce((sum, { count }) => sum + count, 0), groups: own }];
  });
}

const isAside = ({ reason }: Chapter): boolean => ASIDE.has(reason);
const total = (chapters: readonly Chapter[]): number => chapters.reduce((sum, { count }) => sum + count, 0);

function nameOf({ terms }: UnreadGroup, locale: Locale): string {
  return terms.length === 0 ? phrase(locale, 'rest') : terms.join(' · ');
}

/** Attributes that the sentences of a group nearly gave a claim of. */
function attributesOf({ sentences }: UnreadGroup, locale: Locale): string {
  const ids = [...new Set(sentences.flatMap(({ attribute }) => (attribute === null ? [] : [attribute])))].slice(0, 3);
  return ids.length === 0 ? '' : phrase(locale, 'attribute', { id: ids.join(label(locale, 'comma')) });
}

/** Blocks of Markdown, to be joined by empty lines. */
export function unreadBlocks(groups: readonly UnreadGroup[], locale: Locale, links: Links): string[] {
  const chapters = chaptersOf(groups);
  const open = chapters.filter((chapter) => !isAside(chapter));
  const aside = chapters.filter(isAside);
  const blocks = [`## ${label(locale, 'unread')}${label(locale, 'colon')}${total(open)}`];
  if (open.length === 0) blocks.push(phrase(locale, 'none'));
  for (const chapter of open) pushChapter(blocks, chapter, locale, links);
  if (aside.length > 0) blocks.push(phrase(locale, 'aside', { n: total(aside) }));
  for (const chapter of aside) pushChapter(blocks, chapter, locale, links);
  return blocks;
}

function pushChapter(blocks: string[], { reason, count, groups }: Chapter, locale: Locale, links: Links): void {
  const { title, advice } = REASON_WORDING[locale][reason];
  blocks.push(`### ${title} · ${phrase(locale, 'sentences', { n: count })}`, advice);
  for (const group of groups) {
    const notes = [phrase(locale, 'sentences', { n: group.count }), attributesOf(group, locale)].filter((note) => note !== '');
    const items = group.sentences
      .slice(0, SHOWN)
      .map(({ evidence }) => `- ${evidenceLink(links, evidence)} ${escapeMarkdown(excerpt(evidence.quote))}`);
    const more = group.count - items.length;
    if (more > 0) items.push(`- ${phrase(locale, 'more', { n: more })}`);
    blocks.push(`**${escapeMarkdown(nameOf(group, locale))}** · ${notes.map(escapeMarkdown).join(' · ')}`, items.join('\n'));
  }
}

/** Puts a text on lines of so many columns. Given by the terminal: what measures columns costs the other reports too much. */
type Wrap = (text: string, width: number) => string[];

/** Lines of the summary on a terminal: the count of each reason, and its largest groups with a sentence of each. */
export function unreadLines(groups: readonly UnreadGroup[], locale: Locale, columns: number, wrap: Wrap): string[] {
  const indented = (text: string, by: number): string[] => wrap(text, columns - by).map((line) => ' '.repeat(by) + line);
  const chapters = chaptersOf(groups);
  const title = (reason: UnreadReason): string => REASON_WORDING[locale][reason].title;
  const open = chapters.filter((chapter) => !isAside(chapter));
  const aside = chapters.filter(isAside);
  const lines = [`${label(locale, 'unread')}${label(locale, 'colon')}${total(open)}`];
  if (open.length === 0) lines.push(phrase(locale, 'none'));
  for (const { reason, count, groups: own } of open) {
    lines.push(`${title(reason)} · ${phrase(locale, 'sentences', { n: count })}`);
    // The largest groups, and of those that share no words one sentence.
    const shown = [...own.filter(({ terms }) => terms.length > 0).slice(0, GROUPS), ...own.filter(({ terms }) => terms.length === 0)];
    for (const group of shown) {
      lines.push(...indented(`${nameOf(group, locale)} · ${phrase(locale, 'sentences', { n: group.count })}`, 2));
      lines.push(...group.sentences.slice(0, 1).flatMap((sentence) => indented(sentenceLine(sentence), 4)));
    }
    const rest = count - shown.reduce((sum, group) => sum + group.count, 0);
    if (rest > 0) lines.push(...indented(phrase(locale, 'more', { n: rest }), 2));
  }
  if (aside.length > 0) {
    const counts = aside.map(({ reason, count }) => `${title(reason)} ${count}`).join(' · ');
    lines.push(...wrap(`${phrase(locale, 'aside', { n: total(aside) })} ${counts}`, columns));
  }
  return lines;
}

const sentenceLine = ({ evidence: { file, startLine, quote } }: ListedSentence): string => `${file}:${startLine} ${oneLine(quote, LENGTH)}`;
