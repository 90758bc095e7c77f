import type { Element, ElementContent } from 'hast';
import type { Fact, OutsideBlock } from '#intake/document.ts';
import type { PageBlock } from './blocks-of-page.ts';
import { findHeadline, folded, type Headline } from './headline.ts';
import { wordsIn } from './lines.ts';
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
  const { blocks, kept, outline } = sight;
  const titles = facts.filter(({ key }) => key === 'title').map(({ value }) => value);
  const ledes = facts.filter(({ key }) => key === 'lede').map(({ value }) => folded(value));
  const headline = findHeadline(blocks, sight.first, titles, outline);
  const is = new Map<Element, Part>();
  const set = (block: PageBlock, part: Part): void => {
    keep(block, kept);
    is.set(elementFor(block, sight), part);
  };
  if (headline) {
    for (const block of blocks.filter(({ element }) =>
      isWithin(element, headline.element, outline),
    ))
      keep(block, kept);
    is.set(headline.element, 'title');
  }
  const { over, under, body } = zones(sight, headline);
  for (const [index, block] of blocks.entries()) {
    if (block.words === '' || (headline && isWithin(block.element, headline.element, outline)))
      continue;
    const isHead = index >= under && index < body;
    const isAtEnd = index > sight.last - BEHIND && index <= sight.last + BEHIND;
    if (!(index >= over && index < body) && !isAtEnd) continue;
    if (standsAround(block, sight) && !isSigned(block, sight)) continue;
    const part = partOf(block, sight, ledes, isHead);
    if (part !== undefined && (part !== 'lede' || isHead)) set(block, part);
    else if (isHead && !isKept(block, kept) && isProse(block)) keep(block, kept);
  }
  return { is, from: over };
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
    if (said.includes('date') || (isHead && YEAR.test(words) && block.linked < LINKED))
      return 'date';
  }
  if (/^(?:by|von|par|por)\s+\p{Lu}|^بقلم/iu.test(words) && words.length <= LONGEST_DATE && isHead)
    return 'byline';
  if (block.linked >= LINKED) return undefined;
  const isTold = ledes.some((lede) => lede.length >= 30 && folded(words) === lede);
  return isTold || (said.includes('lede') && words.length >= 25) ? 'lede' : undefined;
}

/** Whether the words are those of a byline or a date, whatever holds them is called. */
function isSigned({ element }: PageBlock, { outline }: Sight): boolean {
  return ancestors(element, outline)
    .slice(0, 2)
    .some((node) => ['byline', 'date'].includes(saysItIs(node) ?? ''));
}

/** The element of a block, or one made for it where other blocks stand in the same. */
function elementFor(block: PageBlock, { outline }: Sight): Element {
  const { element, seen } = block;
  if (wordsIn(element).length <= block.words.length) return element;
  const parts = new Set<Element | ElementContent>(seen);
  const holds = (node: ElementContent): boolean =>
    parts.has(node) || (node.type === 'element' && node.children.some(holds));
  const start = element.children.findIndex(holds);
  const end = element.children.findLastIndex(holds);
  if (start < 0 || outline.orderOf(element) < 0) return element;
  const own = element.children.slice(start, end + 1);
  const wrapped: Element = { type: 'element', tagName: 'div', properties: {}, children: own };
  element.children.splice(start, own.length, wrapped);
  return wrapped;
}
