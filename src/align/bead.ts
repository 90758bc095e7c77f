/**
 * Paragraphs that render each other: a run of the left text and a run of the right one, as
 * positions from 0. An empty side means: no counterpart.
 */
export interface Bead {
  readonly left: readonly number[];
  readonly right: readonly number[];
}
