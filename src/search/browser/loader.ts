import type { SearchBundle } from './pagefind.d.ts';
import type { Site } from './site.ts';

/** How the browser gets at the files of the site: over HTTP, or from a folder. */
export interface Loader {
  /** A JSON file by its path below the base; `isFresh` asks past what the browser has kept. */
  readonly json: (path: string, isFresh?: boolean) => Promise<unknown>;
  /** Pagefind with the bundle of a language, apart from all others: two would share one stemmer. */
  readonly bundle: (language: string) => Promise<SearchBundle>;
}

declare global {
  interface Window {
    /** Makes the loader of a site that is not read over HTTP. */
    diptychLoader?: (site: Site) => Loader;
  }
}
