import type { Element, ElementContent } from 'hast';
import { isBlank } from './leaf.ts';

/** Whether a list is nothing but figures, as blog programs write galleries: then it lists nothing. */
export function isGallery({ children }: Element): boolean {
  const items = children.filter((child) => !isNothing(child));
  return items.length > 0 && items.every(holdsFigure);
}

function holdsFigure(item: ElementContent): boolean {
  if (item.type !== 'element' || item.tagName !== 'li') return false;
  const [only, ...others] = item.children.filter((child) => !isNothing(child));
  return only?.type === 'element' && only.tagName === 'figure' && others.length === 0;
}

function isNothing(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && isBlank(node.value));
}
