import type { Nodes } from 'mdast';

/** Whether a tree holds a node of some kind: quick, so that a closer look is taken only where there is one. */
export function holds(node: Nodes, isMeant: (node: Nodes) => boolean): boolean {
  if (isMeant(node)) return true;
  return 'children' in node && node.children.some((child) => holds(child, isMeant));
}
