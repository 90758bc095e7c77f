import type { Element, Nodes, Root } from 'hast';

/**
 * Every node of a page, in order. The walk of the library looks each node up among its neighbours,
 * which takes minutes where there are many.
 */
export function* nodesOf(tree: Root): Generator<Nodes> {
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
}

/** Every element of a page, in order. */
export function* elementsOf(tree: Root): Generator<Element> {
  for (const node of nodesOf(tree)) if (node.type === 'element') yield node;
}
