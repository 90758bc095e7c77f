import {
  checkCharacter,
  isParagraphId,
  PARAGRAPH_ID_LETTERS,
  type ParagraphId,
} from '#model/ids.ts';

/** A whole number from 0 up to, and without, a limit; each as likely as another. */
export type Dice = (limit: number) => number;

/**
 * Mints paragraph ids: random, so that they mean nothing, each with its check character, none twice.
 *
 * @param taken ids that are or were in use; what is minted joins them
 */
export function minter(dice: Dice, taken: Set<string>): () => ParagraphId {
  return () => {
    for (;;) {
      const stem = Array.from({ length: 4 }, () =>
        PARAGRAPH_ID_LETTERS.charAt(dice(PARAGRAPH_ID_LETTERS.length)),
      ).join('');
      const id = `${stem}${checkCharacter(stem)}`;
      if (taken.has(id) || !isParagraphId(id)) continue;
      taken.add(id);
      return id;
    }
  };
}
