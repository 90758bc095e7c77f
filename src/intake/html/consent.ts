import { attribute, classesOf } from './element.ts';
import { ancestors, isKept, isWithin, type Sight } from './sight.ts';

const NAME = /(?:^|[-_])(?:cookies?|consent|gdpr)(?:$|[-_])/i;
const ABOUT = /\bcookies\b|ملفات تعريف الارتباط|الكوكيز/i;
const ASKS =
  /\b(?:we|our|this|web)\s?(?:use|site)|\b(?:accept|agree|consent|preferences|settings|policy)\b|موافق|نستخدم|يستخدم/i;
/** What is longer is no line of a banner. */
const LONGEST = 300;
/** How many blocks from its edge a text can hold such a line. */
const EDGE = 3;

/** Takes banners that ask for consent to cookies out of a text: by their names, and by their words. */
export function dropConsent({ blocks, kept, text, outline }: Sight): void {
  const left = blocks.filter((block) => isKept(block, kept));
  const edges = new Set([...left.slice(0, EDGE), ...left.slice(-EDGE)]);
  for (const block of left) {
    const isNamed = ancestors(block.element, outline).some(
      (element) =>
        !['html', 'body', 'main', 'article'].includes(element.tagName) &&
        !(text && isWithin(text, element, outline)) &&
        [...classesOf(element), attribute(element, 'id')].some((name) =>
          NAME.test(name.replaceAll(/([a-z])([A-Z])/g, '$1-$2')),
        ),
    );
    const { words } = block;
    const isSaid =
      edges.has(block) && words.length <= LONGEST && ABOUT.test(words) && ASKS.test(words);
    if (isNamed || isSaid) for (const part of block.seen) kept.delete(part);
  }
}
