import type { Citation } from './citation.ts';
import type { CslPackage } from './csl-package.ts';
import type { Formatter, SetCitation } from './set-citation.ts';
import { type StyleSource, wholeFormatterIn } from './set-whole.ts';
import { type Opening, shapeOf } from './shape.ts';
import { type Stencil, stencilOf } from './stencil.ts';

/** How many shapes are remembered; the one that was met longest ago is forgotten first. */
const MOST = 2000;

/** What is known of a shape: its first source, then how all of its sources are set. */
type Known =
  | { readonly openings: readonly Opening[]; readonly set: readonly SetCitation[] }
  | { readonly stencil: Stencil | undefined };

/**
 * Makes what sets citations in some styles. The processor takes milliseconds for each, so it sets
 * each shape of a source once, with marks in place of the words, and the words are filled in. A
 * stencil is used only if it sets the first source of its shape exactly as the processor did.
 *
 * @throws RangeError where the package has no such style
 */
export function formatterIn(
  language: string,
  styles: readonly StyleSource[],
  csl: CslPackage,
): Formatter {
  const whole = wholeFormatterIn(language, styles, csl);
  const shapes = new Map<string, Known>();
  const remember = (key: string, known: Known): void => {
    shapes.delete(key);
    shapes.set(key, known);
    const [oldest] = shapes.keys();
    if (shapes.size > MOST && oldest !== undefined) shapes.delete(oldest);
  };
  return (citation) => {
    const shape = shapeOf(citation, language, whole.habits);
    const key = JSON.stringify(shape.citation);
    const known = shapes.get(key);
    if (!known) {
      const set = whole.set(citation);
      remember(key, { openings: shape.openings, set });
      return set;
    }
    const stencil = 'stencil' in known ? known.stencil : proved(known, shape.citation);
    remember(key, { stencil });
    return stencil?.(shape.openings) ?? whole.set(citation);
  };

  function proved(
    first: Extract<Known, { readonly set: unknown }>,
    marked: Citation,
  ): Stencil | undefined {
    const changeCase = whole.changeCaseIn(marked);
    const stencil = stencilOf(first.openings, whole.set(marked), changeCase);
    const again = stencil?.(first.openings);
    return again && JSON.stringify(again) === JSON.stringify(first.set) ? stencil : undefined;
  }
}
