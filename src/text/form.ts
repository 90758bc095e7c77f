import { fold } from './fold.ts';

/**
 * The preposition is the commonest word of Arabic and differs from the name Ali in nothing that
 * folding keeps; as a word of its own, it does not stand for the name. No word is like its form.
 */
export const PREPOSITION = 'qxala';
const IS_PREPOSITION = /^[وف]?على$/;

const HEBREW = /\p{Script=Hebrew}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** A written word as search compares it: folded, and as Hebrew is written with fewest vowel letters. */
export function formOf(written: string): string {
  if (ARABIC.test(written) && IS_PREPOSITION.test(written.replaceAll(/\p{M}/gu, ''))) {
    return PREPOSITION;
  }
  const folded = fold(written).replaceAll(/["״׳]/g, '');
  return HEBREW.test(folded) ? folded.replaceAll('וו', 'ו').replaceAll('יי', 'י') : folded;
}
