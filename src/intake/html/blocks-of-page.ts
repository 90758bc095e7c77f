import type { Element, ElementContent, Root, Text } from 'hast';
import { isHidden, isInline, isSilent } from './element.ts';
import { isEmbedded } from './embedded.ts';
import { isBlank, plainSpaces } from './leaf.ts';
import type { Seen } from './readable.ts';

/** A block of a page that holds running words of its own, not only other blocks. */
export interface PageBlock {
  /** The element whose words these are. */
  readonly element: Element;
  /** Its words and pictures that are seen, in order. */
  readonly seen: readonly Seen[];
  /** The elements within a line that stand around some of its words. */
  readonly inlines: readonly Element[];
  readonly words: string;
  /** How much of its words links are, from 0 to 1. */
  readonly linked: number;
}

/** The blocks of a page that can be seen, in order: each of its words stands in one of them. */
export function blocksOfPage(tree: Root): PageBlock[] {
  const blocks: PageBlock[] = [];
  let open: { element: Element; seen: Seen[]; inlines: Set<Element>; linked: number } | undefined;
  /** Line breaks since the last words: two end a paragraph. */
  let breaks = 0;
  const finish = (): void => {
    if (!open) return;
    const texts = open.seen.filter((part): part is Text => part.type === 'text');
    const words = plainSpaces(texts.map(({ value }) => value).join('')).trim();
    const { element, seen, inlines } = open;
    blocks.push({
      element,
      seen,
      inlines: [...inlines],
      words,
      linked: open.linked / Math.max(1, words.length),
    });
    open = undefined;
  };
  const visit = (
    node: ElementContent,
    block: Element,
    around: readonly Element[],
    isLink: boolean,
  ): void => {
    if (node.type === 'text') {
      if (isBlank(node.value)) {
        if (open) open.seen.push(node);
        return;
      }
      open ??= { element: block, seen: [], inlines: new Set(), linked: 0 };
      open.seen.push(node);
      breaks = 0;
      for (const inline of around) open.inlines.add(inline);
      if (isLink) open.linked += plainSpaces(node.value).trim().length;
      return;
    }
    if (node.type !== 'element' || isSilent(node) || isHidden(node)) return;
    if (node.tagName === 'img') {
      open ??= { element: block, seen: [], inlines: new Set(), linked: 0 };
      open.seen.push(node);
      return;
    }
    if (isEmbedded(node)) return;
    if (node.tagName === 'br') {
      breaks += 1;
      if (breaks > 1) finish();
      return;
    }
    const within = isLink || node.tagName === 'a';
    if (isInline(node)) {
      for (const child of node.children) visit(child, block, [...around.slice(-8), node], within);
      return;
    }
    finish();
    for (const child of node.children) visit(child, node, [], within);
    finish();
  };
  for (const node of tree.children) {
    if (node.type === 'element') visit(node, node, [], false);
  }
  finish();
  return blocks;
}
