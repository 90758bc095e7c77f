import type { Element } from 'hast';
import type { PageBlock } from './blocks-of-page.ts';
import type { Outline } from './outline.ts';
import { isAroundText, saysItIs } from './page-parts.ts';
import { siteNamesIn } from './site-names.ts';
import { isWithin } from './sight.ts';

/** How far into the text a headline can stand. */
const FURTHEST = 4;

/** Where the headline of a page stands. */
export interface Headline {
  /** The heading that it is; absent where it is a paragraph like others. */
  readonly heading: Element | undefined;
  /** The numbers of its first and its last block. */
  readonly first: number;
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
  const names = siteNamesIn(outline);
  const wanted = new Set(titles.map(folded).filter((title) => title !== ''));
  let best: { heading: Element | undefined; index: number; score: number } | undefined;
  for (const [index, block] of blocks.slice(0, first + FURTHEST).entries()) {
    if (block.words === '' || block.words.length > 400) continue;
    const heading = headingAround(block.element, outline);
    if (heading && names.has(heading)) continue;
    const element = heading ?? block.element;
    const score =
      likeness(folded(block.words), wanted) +
      rank(element) +
      (saysItIs(element) === 'title' ? 15 : 0) -
      (isInside(element, outline) ? 40 : 0) +
      (index <= first ? index / (first + 1) : 0);
    if (score >= 30 && score > (best?.score ?? 0)) best = { heading, index, score };
  }
  if (!best) return undefined;
  const { heading, index } = best;
  if (!heading) return { heading, first: index, last: index };
  const isIn = ({ element }: PageBlock): boolean => isWithin(element, heading, outline);
  return { heading, first: blocks.findIndex(isIn), last: blocks.findLastIndex(isIn) };
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
