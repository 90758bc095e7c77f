/** What answers queries in one language. */
export interface SearchBundle {
  /** Words in quotation marks are looked up as they are; others are completed, or cut until found. */
  readonly search: (words: string) => Promise<PagefindHits>;
  /** In how many texts words are that stand in quotation marks: answered without listing them. */
  readonly count: (words: string) => Promise<number>;
}

/** What a search found, in lists of one length: the n-th of each is of the n-th hit. */
export interface PagefindHits {
  readonly ids: readonly string[];
  readonly scores: Float64Array;
  /** 1 where a page has the one word that was asked for or another of its stem, 0 for other words. */
  readonly isWhole: Uint8Array;
  /** Where the places of a hit begin in `places`; one more than there are hits. */
  readonly starts: Uint32Array;
  /** Places of what was found, as numbers of words of the indexed copy. */
  readonly places: Uint32Array;
}
