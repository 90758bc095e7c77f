import { fold } from './fold.ts';
import { withoutBefore } from './skeleton.ts';

/** So many letters of a word tell it from others, and leave out most endings. */
const LETTERS = 5;
const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u02BB-\u02BF\u2018\u2019'\u0640\u200C]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * The words of a paragraph, roughly without their endings and what is written before them, each
 * once. Where words are not divided by spaces, each two neighbouring letters.
 */
export function stemsIn(plain: string): Set<string> {
  const stems = new Set<string>();
  for (const [word] of plain.matchAll(WORDS)) {
    if (UNSPACED.test(word)) {
      for (let index = 0; index + 1 < word.length; index += 1) {
        stems.add(word.slice(index, index + 2));
      }
      continue;
    }
    const stem = withoutBefore(fold(word)).slice(0, LETTERS);
    if (stem.length >= 3) stems.add(stem);
  }
  return stems;
}
