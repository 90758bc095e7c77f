import type { ParagraphId, TextId } from '#model/ids.ts';
import { type Aligner, pairTexts, type TextToNumber } from './align-texts.ts';
import { assign } from './assign.ts';
import type { LikelyBead } from './bead.ts';
import { rate, type Rating } from './rate.ts';

/** Paragraphs of two texts that may render each other, as positions in their texts, rated. */
export interface Pair {
  readonly left: TextId;
  readonly right: TextId;
  readonly bead: LikelyBead;
  readonly rating: Rating;
  /** Whether it was written by the editor, or by a former run. */
  readonly isGiven: boolean;
}

/** What the ids of an article’s texts come to. */
export interface Proposal {
  /** For each text, the ids that each paragraph is to have; those that it had are among them. */
  readonly ids: ReadonlyMap<TextId, readonly (readonly ParagraphId[])[]>;
  readonly pairs: readonly Pair[];
}

/**
 * Gives every paragraph of an article’s texts its ids: shared where paragraphs surely or likely
 * render each other, its own elsewhere. Ids that are there stay and are taken for the editor’s word.
 *
 * @param name tells the article from every other
 * @param texts the original first
 */
export function propose(
  name: string,
  texts: readonly TextToNumber[],
  aligner: Aligner,
  mint: () => ParagraphId,
): Proposal {
  const pairs = pairTexts(texts).flatMap((pair) => {
    const { left, right } = pair;
    const { alignment, links } = aligner.align(name, pair);
    return alignment.beads
      .filter((bead) => bead.left.length > 0 && bead.right.length > 0)
      .map((bead): Pair => {
        const isGiven = links.some(
          (link) => bead.left.includes(link.left) && bead.right.includes(link.right),
        );
        const rating = isGiven ? 'sure' : rate(bead, alignment);
        return { left: left.id, right: right.id, bead, rating, isGiven };
      });
  });
  const joined = pairs.filter(({ rating, isGiven }) => rating !== 'unsure' && !isGiven);
  const order = [...new Set(pairTexts(texts).flatMap(({ left, right }) => [left, right]))];
  return { ids: assign(order.length === 0 ? texts : order, joined, mint), pairs };
}
