/**
 * Paragraphs that render each other: a run of the left text and a run of the right one, as
 * positions from 0. An empty side means: no counterpart.
 */
export interface Bead {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** A bead with how sure it is. */
export interface LikelyBead extends Bead {
  /** Posterior probability of this very bead, from 0 to 1; 1 where it was given. */
  readonly probability: number;
}

/** A paragraph of the left text and one of the right text that are known to render each other. */
export interface Link {
  readonly left: number;
  readonly right: number;
}
