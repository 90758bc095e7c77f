import { fold } from './fold.ts';
import { withoutBefore } from './skeleton.ts';

/** So many letters of a word tell it from others, and leave out most endings. */
const LETTERS = 5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * A word without most of its endings and of what is written before it, for a rough comparison; none
 * where less than three letters are left. Where words are not divided by spaces, each two
 * neighbouring letters are taken for one.
 *
 * @param folded the word, folded, where that is known already
 */
export function stemsOf(word: string, folded = fold(word)): string[] {
  if (UNSPACED.test(word)) {
    const letters = Array.from(word);
    return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  }
  const stem = withoutBefore(folded).slice(0, LETTERS);
  return stem.length >= 3 ? [stem] : [];
}
