import type { Element } from 'hast';
import { isBlank } from './leaf.ts';
import type { PageBlock } from './blocks-of-page.ts';
import type { Outline } from './outline.ts';
import { isAroundText } from './page-parts.ts';
import type { Seen } from './readable.ts';

/** A page on which the text is being told from what stands around it. */
export interface Sight {
  readonly blocks: readonly PageBlock[];
  readonly outline: Outline;
  /** What is taken for the text so far. */
  readonly kept: Set<Seen>;
  /** The numbers of the first and the last block of what Readability took. */
  readonly first: number;
  readonly last: number;
  /** The innermost element that holds all of that. */
  readonly text: Element | undefined;
}

/** A page as Readability sees it; undefined where it sees no words. */
export function sightOf(
  blocks: readonly PageBlock[],
  outline: Outline,
  readable: ReadonlySet<Seen>,
): Sight | undefined {
  const kept = new Set(readable);
  const first = blocks.findIndex((block) => isKept(block, kept));
  const last = blocks.findLastIndex((block) => isKept(block, kept));
  const [start, end] = [blocks[first]?.element, blocks[last]?.element];
  if (!start || !end) return undefined;
  const text = ancestors(start, outline).find((element) => isWithin(end, element, outline));
  return { blocks, outline, kept, first, last, text };
}

/** Whether words of a block are in the text. */
export function isKept(block: PageBlock, kept: ReadonlySet<Seen>): boolean {
  return block.seen.some((part) => part.type === 'text' && kept.has(part) && !isBlank(part.value));
}

/** Takes a whole block into the text. */
export function keep({ seen }: PageBlock, kept: Set<Seen>): void {
  for (const part of seen) if (part.type === 'text') kept.add(part);
}

/** An element and those around it, from the inside out. */
export function ancestors(element: Element, outline: Outline): Element[] {
  const found: Element[] = [];
  for (let node: Element | undefined = element; node; node = outline.parentOf(node))
    found.push(node);
  return found;
}

/** Whether an element stands within another, or is it. */
export function isWithin(element: Element, outer: Element, outline: Outline): boolean {
  const order = outline.orderOf(element);
  return order >= outline.orderOf(outer) && order <= outline.endOf(outer);
}

/** Whether a block stands around the text: it or what holds it, but not the text as well, says so. */
export function standsAround({ element }: PageBlock, { text, outline }: Sight): boolean {
  for (const node of ancestors(element, outline)) {
    if (node.tagName === 'body' || (text && isWithin(text, node, outline))) return false;
    // The footer of a quotation names its source.
    const isSource = node.tagName === 'footer' && outline.parentOf(node)?.tagName === 'blockquote';
    if (!isSource && isAroundText(node)) return true;
  }
  return false;
}
