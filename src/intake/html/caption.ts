import type { Element } from 'hast';
import { classesOf } from './element.ts';

/** Names that blog programs and papers give to the words under a picture. */
const CAPTION =
  /^(?:wp-caption-text|wp-element-caption|tr-caption|gallery-caption|(?:[a-z]+[-_]+)*caption(?:[-_]+(?:text|title|body|content))?)$/i;
/** What only stands around a picture and its caption. */
const AROUND = /(?:container|wrapper|wrap|box|holder|area)/i;

/** Whether an element’s own markup says that it holds the words under a picture. */
export function isCaption(element: Element): boolean {
  if (element.tagName === 'figcaption') return true;
  return classesOf(element).some(
    (name) => name.length < 60 && CAPTION.test(name) && !AROUND.test(name) && name !== 'wp-caption',
  );
}
