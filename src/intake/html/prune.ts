import type { Element, ElementContent, Root, RootContent } from 'hast';
import { isInline, isSilent } from './element.ts';
import { isEmbedded } from './embedded.ts';
import { isBlank } from './leaf.ts';
import { linesOf } from './lines.ts';
import type { Seen } from './readable.ts';

type Content = RootContent | ElementContent;

/** Cuts a page down to its text. What is cut comes out as lines, in order. */
export function prune(tree: Root, kept: ReadonlySet<Seen>): string[] {
  const lines: string[] = [];
  const holding = new Set<Content>();
  const mark = (node: Content): boolean => {
    if (node.type === 'text') return kept.has(node);
    if (node.type !== 'element') return false;
    let isHolding = kept.has(node);
    for (const child of node.children) if (mark(child)) isHolding = true;
    if (isHolding) holding.add(node);
    return isHolding;
  };
  const cut = <Node extends Content>(children: readonly Node[]): Node[] => {
    let run: Node[] = [];
    const left: Node[] = [];
    const finish = (): void => {
      for (const line of linesOf(run, { partsLinks: true })) lines.push(line);
      run = [];
    };
    for (const child of children) {
      if (isLeft(child, kept, holding)) {
        finish();
        if (child.type === 'element' && holding.has(child)) child.children = cut(child.children);
        left.push(child);
      } else if (child.type === 'text' && isBlank(child.value)) {
        run.push(child);
        left.push(child);
      } else run.push(child);
    }
    finish();
    return left;
  };
  tree.children.forEach(mark);
  tree.children = cut(tree.children);
  return lines;
}

function isLeft(node: Content, kept: ReadonlySet<Seen>, holding: ReadonlySet<Content>): boolean {
  if (node.type === 'text') return kept.has(node);
  if (node.type !== 'element') return false;
  if (holding.has(node)) return true;
  if (node.tagName === 'img') return false;
  return isMute(node) && (isInline(node) || node.tagName === 'hr' || isEmbedded(node));
}

/** Whether an element has no words, but perhaps the space between two. */
function isMute(node: Element): boolean {
  return isSilent(node) || linesOf([node]).length === 0;
}
