import type { Element } from 'hast';
import { styleOf } from './element.ts';
import type { Marks } from './leaf.ts';

const EMPHASIS = new Set(['em', 'i', 'cite', 'dfn', 'var']);
const STRONG = new Set(['strong', 'b']);
const DELETED = new Set(['del', 's', 'strike']);
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);

/** The marks of words inside an element, by its name and by its own style. */
export function marksIn(element: Element, outer: Marks): Marks {
  const { tagName } = element;
  const style = styleOf(element);
  const weight = style.get('font-weight') ?? '';
  const slant = style.get('font-style') ?? '';
  const strong = isHeavy(weight) ?? (STRONG.has(tagName) ? true : undefined);
  const emphasis = isSlanted(slant) ?? (EMPHASIS.has(tagName) ? true : undefined);
  return {
    ...outer,
    ...(strong !== undefined && { strong }),
    ...(emphasis !== undefined && { emphasis }),
    ...(DELETED.has(tagName) && { delete: true }),
    ...(CODE.has(tagName) && { code: true }),
  };
}

function isHeavy(weight: string): boolean | undefined {
  if (weight === '') return undefined;
  if (weight.startsWith('bold') || /^[6-9]00/.test(weight)) return true;
  return weight.startsWith('normal') || /^[1-5]00/.test(weight) ? false : undefined;
}

function isSlanted(slant: string): boolean | undefined {
  if (slant.startsWith('italic') || slant.startsWith('oblique')) return true;
  return slant.startsWith('normal') ? false : undefined;
}
