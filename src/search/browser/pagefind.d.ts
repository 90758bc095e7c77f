/** What answers queries in one language. */
export interface SearchBundle {
  /** Words in quotation marks are looked up as they are; others are completed, or cut until found. */
  readonly search: (words: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

/** The part of Pagefind’s JavaScript in the browser that the search uses (1.6.0). */
export interface PagefindModule extends SearchBundle {
  readonly options: (options: {
    readonly baseUrl?: string;
    readonly bundlePath?: string;
  }) => Promise<void>;
  readonly init: () => Promise<void>;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** Places of what was found, as numbers of words of the indexed copy. */
  readonly words: readonly number[];
}
