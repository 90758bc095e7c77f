import type { OutsideBlock } from './document.ts';
import type { Draft, DraftBlock } from './draft.ts';
import type { Notice } from './notices.ts';
import type { Unread } from './printed-date.ts';
import { takeBoilerplate } from './rules/boilerplate.ts';
import { type Byline, readByline } from './rules/byline.ts';
import { isCaption } from './rules/caption.ts';
import { type Dateline, readDateline } from './rules/dateline.ts';
import { findHeadline } from './rules/headline.ts';
import { isLedeAfterDate, isLedeBeforeDate } from './rules/lede.ts';
import type { Section } from './rules/language.ts';
import { readMailHead } from './rules/mail.ts';
import { readMarkedByline } from './rules/marked-byline.ts';
import { isProse } from './rules/prose.ts';
import { findInnerHeadings } from './rules/second-story.ts';

/** How many blocks below the headline a byline or a date can stand. */
const HEAD = 7;
/** How many blocks from the end: translators and places of writing stand below a text as well. */
const FOOT = 3;
/** What is longer and marked as a byline, in letters, is a note about its author. */
const LONGEST_BYLINE = 120;

/** Something that a block was found to be, other than a paragraph of the text. */
type Part =
  | { readonly kind: 'title' | 'lede'; readonly words: string; readonly label?: string }
  | { readonly kind: 'byline'; readonly byline: Byline; readonly dateline?: Dateline }
  | { readonly kind: 'date'; readonly dateline: Dateline }
  | { readonly kind: 'mail'; readonly dropped: string };

/**
 * Reads one language’s part of a document: what stands over the text, the text, what stands below.
 *
 * @param titleApart its title, where the document gives it beside the words
 */
export function draftSection({ lang, blocks: all }: Section, titleApart?: string): Draft {
  const { blocks, dropped, notices: kept } = takeBoilerplate(all);
  const parts = partsOf(blocks, titleApart);
  const notices: Notice[] = [...kept];
  const title = wordsOf(parts, 'title');
  const dates = [...parts].flatMap(([block, part]) =>
    (part.kind === 'date' || part.kind === 'byline') && part.dateline
      ? [{ block, dateline: part.dateline }]
      : [],
  );
  notices.push(...dates.flatMap(({ block, dateline }) => dateNotices(dateline, block.line)));
  const printed = dates.map(({ dateline }) => dateline.printed);
  // Of several dates the first that can be read counts; the others are told.
  const chosen = dates.find(({ dateline }) => dateline.date !== null) ?? dates[0];
  const published = chosen?.dateline.date;
  if (dates.length > 1) {
    notices.push({ code: 'several-dates', args: { dates: printed.join(' · ') } });
  }
  const bylines = [...parts.values()].flatMap((part) =>
    part.kind === 'byline' ? [part.byline] : [],
  );
  const names = (key: Byline['key']): string[] => [
    ...new Set(bylines.flatMap((byline) => (byline.key === key ? byline.names : []))),
  ];
  const lede = wordsOf(parts, 'lede');
  if (lede !== undefined)
    notices.push({ code: 'lede-found', args: {}, line: lineOf(parts, 'lede') });
  const left = blocks.filter((block) => !parts.has(block));
  const subject = `${title ?? titleApart ?? ''} ${lede ?? ''}`;
  const body = toBody(left, { subject, isDated: dates.length > 0 });
  notices.push(...body.notices);
  return {
    lang,
    ...(title !== undefined && { title }),
    ...(titleApart !== undefined && { titleApart }),
    ...(lede !== undefined && { lede }),
    authors: names('author'),
    translators: names('translator'),
    ...(typeof published === 'string' && { published }),
    ...(chosen && { publishedAs: chosen.dateline.printed }),
    ...(chosen?.dateline.isPlaced === true && { isPlaced: true }),
    body: body.blocks,
    dropped: [...droppedPieces(all, parts, dropped, chosen?.block), ...repeatedNames(bylines)],
    notices,
  };
}

/** What stands over and below the text, by block. */
function partsOf(
  blocks: readonly OutsideBlock[],
  titleApart: string | undefined,
): Map<OutsideBlock, Part> {
  const parts = new Map<OutsideBlock, Part>();
  for (const [block, { kind, label, words }] of readMailHead(blocks)) {
    if (kind === 'subject') parts.set(block, { kind: 'title', words, label });
    else parts.set(block, { kind: 'mail', dropped: block.plain });
  }
  const headline = parts.size > 0 ? parts.size - 1 : findHeadline(blocks, titleApart);
  const title = headline === undefined ? undefined : blocks[headline];
  if (title && parts.size === 0) parts.set(title, { kind: 'title', words: oneLine(title) });
  const from = headline ?? -1;
  let firstText = -1;
  for (const [index, block] of blocks.entries()) {
    const isHead = index <= Math.max(from, 0) + HEAD && firstText < 0;
    const isFoot = index >= blocks.length - FOOT;
    if (parts.has(block)) continue;
    const part = isHead || isFoot || block.is ? beside(block, isHead) : undefined;
    if (part) {
      // A date below a text that has one above is that of the writing; both are printed.
      parts.set(block, part);
      continue;
    }
    if (!isHead || isCaption(block) || block.kind === 'rule' || block.kind === 'picture') continue;
    if (isLede(blocks, index, headline, parts)) {
      parts.set(block, { kind: 'lede', words: oneLine(block) });
    } else if (index > from && isProse(block)) firstText = index;
  }
  return parts;
}

function beside(block: OutsideBlock, isHead: boolean): Part | undefined {
  const { plain, kind, is } = block;
  if (kind !== 'paragraph' && kind !== 'heading' && is === undefined) return undefined;
  if (is !== undefined && is !== 'byline' && is !== 'date') return undefined;
  const byline = readByline(plain);
  if (byline && (isHead || byline.key === 'translator' || is === 'byline')) {
    return { kind: 'byline', byline };
  }
  const dateline = readDateline(plain);
  if (dateline) return { kind: 'date', dateline };
  if (is !== 'byline' || oneLine(block).length >= LONGEST_BYLINE) return undefined;
  const { names, rest, dateline: beside } = readMarkedByline(plain);
  const marked = { key: 'author' as const, names, rest: rest === '' ? [] : [rest] };
  return { kind: 'byline', byline: marked, ...(beside && { dateline: beside }) };
}

/** Whether a block above the text is its summary. */
function isLede(
  blocks: readonly OutsideBlock[],
  index: number,
  headline: number | undefined,
  parts: ReadonlyMap<OutsideBlock, Part>,
): boolean {
  const block = blocks[index];
  if (!block || [...parts.values()].some(({ kind }) => kind === 'lede')) return false;
  if (block.is === 'lede') return true;
  if (block.is !== undefined) return false;
  const rest = blocks.slice(index + 1);
  if (!rest.some(isProse)) return false;
  const known = [...parts.values()];
  const isDated = known.some(({ kind }) => kind === 'date');
  if (isDated) return headline !== undefined && isLedeAfterDate(block, rest);
  // Without a headline, only a date directly below shows that a paragraph is apart from the text.
  const ahead = rest.slice(0, headline === undefined ? 1 : 2);
  const date = ahead.findIndex(({ plain }) => readDateline(plain) !== null);
  const isBetween =
    date >= 0 && ahead.slice(0, date).every(({ plain }) => readByline(plain) !== null);
  return isBetween && isLedeBeforeDate(block) && (headline !== undefined || isProse(block));
}

function toBody(
  blocks: readonly OutsideBlock[],
  about: { readonly subject: string; readonly isDated: boolean },
): { blocks: DraftBlock[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const trimmed = withoutEdgeRules(blocks);
  const { sections, secondStory } = findInnerHeadings(trimmed, about);
  const body = trimmed.map((block, index): DraftBlock => {
    if (index === secondStory) {
      notices.push({ code: 'second-story', args: { words: block.plain }, line: block.line });
      return { ...asHeading(block), mark: 'second-story' };
    }
    if (sections.has(index)) {
      notices.push({ code: 'heading-found', args: { words: block.plain }, line: block.line });
      return asHeading(block);
    }
    if (!isCaption(block)) return block;
    notices.push({
      code: 'caption-found',
      args: { words: block.plain.slice(0, 60) },
      line: block.line,
    });
    return { ...block, mark: 'caption' };
  });
  return { blocks: body, notices };
}

function asHeading(block: OutsideBlock): OutsideBlock {
  if (block.kind === 'heading') return block;
  // A heading is strong by itself; a closing number sign would be taken for its end.
  const words = block.markdown
    .replace(/^\*\*([^*]+)\*\*$/, '$1')
    .replace(/(#+)$/, '\\$1')
    .replaceAll('\n', ' ');
  return { ...block, kind: 'heading', level: 2, markdown: `## ${words}` };
}

/** A rule divides two things: at the ends of a text it divides nothing. */
function withoutEdgeRules(blocks: readonly OutsideBlock[]): readonly OutsideBlock[] {
  const isNoRule = ({ kind }: OutsideBlock): boolean => kind !== 'rule';
  const first = blocks.findIndex(isNoRule);
  const last = blocks.findLastIndex(isNoRule);
  return first < 0 ? [] : blocks.slice(first, last + 1);
}

/** Lines and pieces that stand nowhere else, in the order of the document. */
function droppedPieces(
  all: readonly OutsideBlock[],
  parts: ReadonlyMap<OutsideBlock, Part>,
  boilerplate: readonly OutsideBlock[],
  date: OutsideBlock | undefined,
): string[] {
  const gone = new Set(boilerplate);
  const rules = rulesAtEdges(all.filter((block) => !gone.has(block) && !parts.has(block)));
  return all.flatMap((block) => {
    const part = parts.get(block);
    if (part?.kind === 'byline') return besideNames(part, block === date);
    if (part?.kind === 'date' && block !== date) return [part.dateline.printed];
    if (part?.kind === 'mail') return [part.dropped];
    if (part?.kind === 'title' && part.label !== undefined) return [part.label];
    if (gone.has(block)) return block.plain === '' ? [block.markdown] : block.plain.split('\n');
    return rules.has(block) ? [block.markdown] : [];
  });
}

/** What of a byline is no name, and its date where another one was taken. */
function besideNames(
  { byline, dateline }: Extract<Part, { readonly kind: 'byline' }>,
  isDate: boolean,
): readonly string[] {
  return [...byline.rest, ...(dateline && !isDate ? [dateline.printed] : [])];
}

/** Names that a document prints twice stand in its record once. */
function repeatedNames(bylines: readonly Byline[]): string[] {
  const seen = new Set<string>();
  return bylines.flatMap(({ key, names }) =>
    names.filter((name) => {
      const isRepeated = seen.has(`${key} ${name}`);
      seen.add(`${key} ${name}`);
      return isRepeated;
    }),
  );
}

function rulesAtEdges(left: readonly OutsideBlock[]): Set<OutsideBlock> {
  const kept = new Set(withoutEdgeRules(left));
  return new Set(left.filter((block) => !kept.has(block)));
}

function wordsOf(
  parts: ReadonlyMap<OutsideBlock, Part>,
  kind: 'title' | 'lede',
): string | undefined {
  for (const part of parts.values()) if (part.kind === kind) return part.words;
  return undefined;
}

function lineOf(parts: ReadonlyMap<OutsideBlock, Part>, kind: Part['kind']): number {
  for (const [block, part] of parts) if (part.kind === kind) return block.line;
  return 1;
}

function oneLine({ plain }: OutsideBlock): string {
  return plain.replaceAll(/\s+/g, ' ').trim();
}

const UNREAD = {
  'no-year': 'date-without-year',
  'cut-off': 'date-cut-off',
  ambiguous: 'date-ambiguous',
  'other-calendar': 'date-of-other-calendar',
  'not-in-calendar': 'date-not-in-calendar',
} as const satisfies Readonly<Record<Unread, Notice['code']>>;

function dateNotices({ printed, unread, otherWeekday }: Dateline, line: number): Notice[] {
  const notices: Notice[] = [];
  if (unread) notices.push({ code: UNREAD[unread], args: { date: printed }, line });
  if (otherWeekday === true) {
    notices.push({ code: 'date-weekday', args: { date: printed }, line });
  }
  return notices;
}
