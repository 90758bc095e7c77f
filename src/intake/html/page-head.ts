import type { Element, ElementContent } from 'hast';
import type { Fact, OutsideBlock } from '#intake/document.ts';
import type { PageBlock } from './blocks-of-page.ts';
import { findHeadline, folded, type Headline } from './headline.ts';
import { isBlank } from './leaf.ts';
import { linesOf, wordsIn } from './lines.ts';
import { saysItIs } from './page-parts.ts';
import { isProse, LINKED } from './regain.ts';
import { ancestors, isKept, isWithin, keep, type Sight, standsAround } from './sight.ts';

type Part = NonNullable<OutsideBlock['is']>;

/** What is longer is no byline. */
const LONGEST_BYLINE = 200;
/** What is longer is no line with a date alone. */
const LONGEST_DATE = 80;
/** How far over the headline a byline or a date can stand, in blocks. */
const OVER = 5;
/** How far behind the end a byline can stand. */
const BEHIND = 3;
/** What has more of its words in links is a list of links. */
const MOSTLY_LINKED = 0.8;
const YEAR =
  /(?<!\p{N})(?:1[5-9]\d\d|20\d\d|[١۱][٥-٩۵-۹][٠-٩۰-۹]{2}|[٢۲][٠۰][٠-٩۰-۹]{2})(?!\p{N})/u;

/** What stands over a text, taken into it, with what each part is. */
export interface PageHead {
  readonly is: ReadonlyMap<Element, Part>;
  /** The number of the first block of all that is kept. */
  readonly from: number;
}

/** Finds headline, byline, date and lede of a page, and takes them into its text. */
export function readHead(sight: Sight, facts: readonly Fact[]): PageHead {
  const { blocks, kept } = sight;
  const titles = facts.filter(({ key }) => key === 'title').map(({ value }) => value);
  const ledes = facts.filter(({ key }) => key === 'lede').map(({ value }) => folded(value));
  const authors = new Set(facts.filter(({ key }) => key === 'author').map(nameIn));
  const headline = findHeadline(blocks, sight.first, titles, sight.outline);
  const is = new Map<Element, Part>();
  const named = new Set<PageBlock>();
  const set = (block: PageBlock, part: Part): void => {
    keep(block, kept);
    named.add(block);
    const element = elementFor(block);
    if (element) is.set(element, part);
  };
  const isTitle = (index: number): boolean =>
    headline !== undefined && index >= headline.first && index <= headline.last;
  for (const [index, block] of blocks.entries()) {
    if (!isTitle(index)) continue;
    if (headline?.heading) keep(block, kept);
    else set(block, 'title');
  }
  if (headline?.heading) is.set(headline.heading, 'title');
  const { over, under, body } = zones(sight, headline);
  for (const [index, block] of blocks.entries()) {
    if (block.words === '' || isTitle(index)) continue;
    const isHead = index >= under && index < body;
    const isAtEnd = index > sight.last - BEHIND && index <= sight.last + BEHIND;
    if (!(index >= over && index < body) && !isAtEnd) continue;
    if (standsAround(block, sight) && !isSigned(block, sight)) continue;
    const isAuthor =
      isHead && block.words.length <= LONGEST_DATE && authors.has(nameIn({ value: block.words }));
    const part = isAuthor ? 'byline' : partOf(block, sight, ledes, isHead);
    if (part !== undefined && (part !== 'lede' || isHead)) set(block, part);
    else if (isHead && !isKept(block, kept) && isProse(block)) keep(block, kept);
  }
  trimLinks(sight, headline?.first ?? over, under, named);
  return { is, from: over };
}

/** The words of a name in an order of their own: “Roe, Jane” is “Jane Roe”. */
function nameIn({ value }: Pick<Fact, 'value'>): string {
  const words = value.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.sort().join(' ');
}

/** Lists of links before the first and behind the last running words are no part of a text. */
function trimLinks(
  { blocks, kept, last }: Sight,
  over: number,
  under: number,
  named: ReadonlySet<PageBlock>,
): void {
  const drop = ({ seen }: PageBlock): void => {
    for (const part of seen) kept.delete(part);
  };
  const isList = (block: PageBlock): boolean =>
    block.words !== '' && block.linked >= MOSTLY_LINKED && !named.has(block);
  for (const block of blocks.slice(0, over)) if (isKept(block, kept) && isList(block)) drop(block);
  for (let index = last; index >= under; index -= 1) {
    const block = blocks[index];
    if (!block || (isKept(block, kept) && !isList(block))) return;
    if (isKept(block, kept)) drop(block);
  }
}

/** Where the head of a page begins, where what stands under its headline does, and where its text. */
function zones(
  { blocks, first, kept }: Sight,
  headline: Headline | undefined,
): { readonly over: number; readonly under: number; readonly body: number } {
  const under = headline ? headline.last + 1 : Math.max(0, first - 2);
  const over = Math.max(0, Math.min(under - 1, first) - OVER);
  const start = Math.max(under, first);
  const body = blocks.findIndex(
    (block, index) => index >= start && isKept(block, kept) && block.words.length > LONGEST_BYLINE,
  );
  return { over, under, body: Math.min(body < 0 ? start + OVER : body, start + OVER) };
}

function partOf(
  block: PageBlock,
  { outline, text }: Sight,
  ledes: readonly string[],
  isHead: boolean,
): Part | undefined {
  const { words, element } = block;
  const near = ancestors(element, outline)
    .slice(0, 4)
    .filter((node) => !text || !isWithin(text, node, outline));
  const said = [...near, ...block.inlines.slice(0, 20)].map(saysItIs);
  if (said.includes('byline') && words.length <= LONGEST_BYLINE) return 'byline';
  if (words.length <= LONGEST_DATE && /\p{N}/u.test(words)) {
    if (said.includes('date') || (isHead && isDateLine(block))) return 'date';
  }
  if (/^(?:by|von|par|por)\s+\p{Lu}|^بقلم/iu.test(words) && words.length <= LONGEST_DATE && isHead)
    return 'byline';
  if (block.linked >= LINKED) return undefined;
  const isTold = ledes.some((lede) => lede.length >= 30 && folded(words) === lede);
  return isTold || (said.includes('lede') && words.length >= 25) ? 'lede' : undefined;
}

/** Whether a short line without a sentence in it names a year. */
function isDateLine({ words, linked }: PageBlock): boolean {
  return words.length <= 50 && linked < LINKED && YEAR.test(words) && !/[.!?؟…:]$/.test(words);
}

/** Whether the words are those of a byline or a date, whatever holds them is called. */
function isSigned({ element }: PageBlock, { outline }: Sight): boolean {
  return ancestors(element, outline)
    .slice(0, 2)
    .some((node) => ['byline', 'date'].includes(saysItIs(node) ?? ''));
}

/** The element of a block’s words alone: one that is there, or one made around them. */
function elementFor({ element, seen, words }: PageBlock): Element | undefined {
  const parts = new Set<ElementContent>(
    seen.filter((part) => part.type === 'text' && !isBlank(part.value)),
  );
  const holds = (node: ElementContent): boolean =>
    parts.has(node) || (node.type === 'element' && node.children.some(holds));
  for (let home: Element | undefined = element; home;) {
    if (wordsIn(home).length <= words.length) return home;
    const start = home.children.findIndex(holds);
    const end = home.children.findLastIndex(holds);
    const own = home.children.slice(start, end + 1);
    if (start >= 0 && linesOf(own).join(' ').length <= words.length) {
      const wrapped: Element = { type: 'element', tagName: 'div', properties: {}, children: own };
      home.children.splice(start, own.length, wrapped);
      return wrapped;
    }
    const [only] = own;
    home = own.length === 1 && only?.type === 'element' ? only : undefined;
  }
  return undefined;
}
