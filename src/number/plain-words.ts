import type { Nodes } from 'mdast';

/** The words of a Markdown node; what stands in different cells, items or lines does not run together. */
export function plainWords(node: Nodes): string {
  const words: string[] = [];
  collect(node, words);
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

function collect(node: Nodes, words: string[]): void {
  if (node.type === 'image' || node.type === 'imageReference') words.push(node.alt ?? '');
  else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    words.push(node.value);
  } else if (node.type === 'break') words.push(' ');
  if (!('children' in node)) return;
  for (const child of node.children) {
    collect(child, words);
    if (['paragraph', 'tableCell', 'listItem', 'heading'].includes(child.type)) words.push(' ');
  }
}
