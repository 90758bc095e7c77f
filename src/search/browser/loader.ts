import type { PagefindModule } from './pagefind.d.ts';

/** How the browser gets at the files of the site: over HTTP here, otherwise from a folder. */
export interface Loader {
  /** A JSON file by its path below the base; `isFresh` asks past what the browser has kept. */
  readonly json: (path: string, isFresh?: boolean) => Promise<unknown>;
  /** Pagefind with the bundle of a language: a module of its own, because two share one stemmer. */
  readonly bundle: (language: string) => Promise<PagefindModule>;
}

/** Where the bundles, the table and the aliases are, below the base. */
export const SEARCH_FOLDER = 'pagefind/';

/** Reads over HTTP. @param base the base path of the site */
export function httpLoader(base: string): Loader {
  return {
    json: async (path, isFresh = false) => {
      const response = await fetch(base + path, isFresh ? { cache: 'reload' } : {});
      if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
      const value: unknown = await response.json();
      return value;
    },
    bundle: async (language) => {
      const path = `${base}${SEARCH_FOLDER}${language}/`;
      const url = new URL(`${path}pagefind.js`, location.href).href;
      const module: unknown = await import(/* @vite-ignore */ url);
      if (!isPagefind(module)) throw new Error(`${url} is not Pagefind.`);
      await module.options({ bundlePath: path, baseUrl: '/' });
      await module.init();
      return module;
    },
  };
}

function isPagefind(module: unknown): module is PagefindModule {
  return typeof module === 'object' && module !== null && 'search' in module && 'init' in module;
}
