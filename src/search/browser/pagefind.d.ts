/** The part of Pagefind’s JavaScript in the browser that the search page uses (1.6.0). */
export interface PagefindModule {
  readonly options: (options: {
    readonly baseUrl?: string;
    readonly bundlePath?: string;
    readonly excerptLength?: number;
  }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly search: (words: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindFragment>;
}

export interface PagefindFragment {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindAnchor[];
}

export interface PagefindAnchor {
  readonly title: string;
  readonly url: string;
  /** Escaped words with `<mark>` around what was found. */
  readonly excerpt: string;
  readonly anchor?: { readonly id: string };
}
