import type { Features } from './anchors.ts';
import type { LikelyBead } from './bead.ts';

/** Paragraphs with the words by which they are compared. */
export type Stemmed = readonly Pick<Features, 'stems'>[];

/** Two paragraphs that were aligned, by their words, and how surely. */
export interface Sighting {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly probability: number;
}

/** The two sides of whatever is aligned. */
export type Side = 'left' | 'right';

/** Every paragraph of one side of a bead, with every one of the other. */
export function sightingsIn(
  left: Stemmed,
  right: Stemmed,
  beads: readonly LikelyBead[],
): Sighting[] {
  const sightings: Sighting[] = [];
  for (const bead of beads) {
    for (const i of bead.left) {
      for (const j of bead.right) {
        const [lefts, rights] = [left[i]?.stems, right[j]?.stems];
        if (lefts && rights) {
          sightings.push({ left: lefts, right: rights, probability: bead.probability });
        }
      }
    }
  }
  return sightings;
}
