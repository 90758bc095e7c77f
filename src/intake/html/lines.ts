import type { Element, ElementContent, RootContent } from 'hast';
import { isInline, isSilent } from './element.ts';
import { plainSpaces } from './leaf.ts';

/**
 * The words of some nodes, line by line: each block of theirs on a line of its own.
 *
 * @param options `partsLinks` puts a space between links side by side: nothing but their looks parts them
 */
export function linesOf(
  nodes: readonly (RootContent | ElementContent)[],
  { partsLinks = false }: { readonly partsLinks?: boolean } = {},
): string[] {
  const lines: string[] = [];
  let line = '';
  /** How long the line was behind its last link. */
  let link = 0;
  const finish = (): void => {
    const words = plainSpaces(line).trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const visit = (node: RootContent | ElementContent): void => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element' || isSilent(node)) return;
    const isBlock = !isInline(node) || node.tagName === 'br' || node.tagName === 'button';
    if (isBlock) finish();
    const isBesideLink = node.tagName === 'a' && line !== '' && line.length === link;
    if (partsLinks && isBesideLink) line += ' ';
    node.children.forEach(visit);
    if (isBlock) finish();
    if (node.tagName === 'a') link = line.length;
  };
  nodes.forEach(visit);
  finish();
  return lines;
}

/** The words within an element as one line. */
export function wordsIn(element: Element): string {
  return linesOf([element]).join(' ');
}
