import type { Element, ElementContent } from 'hast';
import { isInline } from './element.ts';
import type { Outline } from './outline.ts';

/**
 * Parts blocks in which several notes stand one under the other, each in an element of its own.
 * Whether there were any.
 */
export function partNotes(
  calls: readonly { readonly target: Element }[],
  outline: Outline,
): boolean {
  const heads = new Map<Element, Set<ElementContent>>();
  for (const { target } of calls) {
    let head = target;
    let block: Element | undefined = target;
    while (block && isInline(block)) {
      head = block;
      block = outline.parentOf(block);
    }
    if (!block || block === target) continue;
    heads.set(block, (heads.get(block) ?? new Set()).add(head));
  }
  let isParted = false;
  for (const [block, starts] of heads) {
    if (starts.size < 2) continue;
    block.children = partedAt(block.children, starts);
    isParted = true;
  }
  return isParted;
}

function partedAt(
  children: readonly ElementContent[],
  starts: ReadonlySet<ElementContent>,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let note: Element | undefined;
  for (const child of children) {
    if (starts.has(child)) {
      note = { type: 'element', tagName: 'div', properties: {}, children: [] };
      if (child.position) note.position = child.position;
      parts.push(note);
    }
    if (note) note.children.push(child);
    else parts.push(child);
  }
  return parts;
}
