import type { Element } from 'hast';
import { classesOf } from './element.ts';

/** Whether a preformatted element holds verse by its own name: lines that people wrote, and no program. */
export function isVerse(element: Element): boolean {
  return (
    element.tagName === 'pre' &&
    classesOf(element).some((name) => /^(?:wp-block-)?verse$/.test(name))
  );
}
