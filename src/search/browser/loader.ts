import type { SearchBundle } from './pagefind.d.ts';

/** How the browser gets at the files of the site: over HTTP, or from a folder. */
export interface Loader {
  /** A JSON file by its path below the base; `isFresh` asks past what the browser has kept. */
  readonly json: (path: string, isFresh?: boolean) => Promise<unknown>;
  /** Pagefind with the bundle of a language, apart from all others: two would share one stemmer. */
  readonly bundle: (language: string) => Promise<SearchBundle>;
}
