import type { Element } from 'hast';
import type { PageBlock } from './blocks-of-page.ts';
import type { Outline } from './outline.ts';
import { isAroundText, saysItIs } from './page-parts.ts';

/** How far into the text a headline can stand. */
const FURTHEST = 4;

/** The element that shows the headline of a page, and the blocks that it holds. */
export interface Headline {
  readonly element: Element;
  /** The number of its last block. */
  readonly last: number;
}

/**
 * The visible headline: what the page says its title is, in a heading or where one stands; else the
 * first-level heading before its text.
 *
 * @param first the number of the first block of the text
 */
export function findHeadline(
  blocks: readonly PageBlock[],
  first: number,
  titles: readonly string[],
  outline: Outline,
): Headline | undefined {
  const wanted = new Set(titles.map(folded).filter((title) => title !== ''));
  let best: { element: Element; score: number } | undefined;
  for (const [index, block] of blocks.slice(0, first + FURTHEST).entries()) {
    if (block.words === '' || block.words.length > 400) continue;
    const heading = headingAround(block.element, outline);
    const element = heading ?? block.element;
    const score =
      likeness(folded(block.words), wanted) +
      rank(element) +
      (saysItIs(element) === 'title' ? 15 : 0) -
      (isInside(element, outline) ? 40 : 0) +
      (index <= first ? index / (first + 1) : 0);
    if (score >= 30 && score > (best?.score ?? 0)) best = { element, score };
  }
  if (!best) return undefined;
  const { element } = best;
  const [start, end] = [outline.orderOf(element), outline.endOf(element)];
  const last = blocks.findLastIndex((block) => {
    const order = outline.orderOf(block.element);
    return order >= start && order <= end;
  });
  return { element, last };
}

/** Letters and figures alone, in lower case: what two spellings of one title have in common. */
export function folded(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function likeness(words: string, wanted: ReadonlySet<string>): number {
  if (words === '') return 0;
  if (wanted.has(words)) return 60;
  const isNear = [...wanted].some(
    (title) =>
      Math.min(title.length, words.length) > 0.5 * Math.max(title.length, words.length) &&
      (title.includes(words) || words.includes(title)),
  );
  return isNear ? 35 : 0;
}

function rank({ tagName }: Element): number {
  return tagName === 'h1' ? 30 : tagName === 'h2' ? 12 : /^h[3-6]$/.test(tagName) ? 6 : 0;
}

function headingAround(element: Element, outline: Outline): Element | undefined {
  for (let node: Element | undefined = element; node; node = outline.parentOf(node)) {
    if (/^h[1-6]$/.test(node.tagName)) return node;
  }
  return undefined;
}

function isInside(element: Element, outline: Outline): boolean {
  for (let node: Element | undefined = element; node; node = outline.parentOf(node)) {
    if (node.tagName === 'body') return false;
    if (isAroundText(node)) return true;
  }
  return false;
}
