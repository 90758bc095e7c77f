import type { Element, ElementContent, RootContent } from 'hast';
import { isInline, isSilent } from './element.ts';
import { plainSpaces } from './leaf.ts';

/** The words of some nodes, line by line: each block of theirs on a line of its own. */
export function linesOf(nodes: readonly (RootContent | ElementContent)[]): string[] {
  const lines: string[] = [];
  let line = '';
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
    node.children.forEach(visit);
    if (isBlock) finish();
  };
  nodes.forEach(visit);
  finish();
  return lines;
}

/** The words within an element as one line. */
export function wordsIn(element: Element): string {
  return linesOf([element]).join(' ');
}
