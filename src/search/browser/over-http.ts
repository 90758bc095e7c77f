import { SEARCH_FOLDER } from '#search/folders.ts';
import type { Loader } from './loader.ts';
import type { PagefindModule } from './pagefind.d.ts';
import type { Site } from './site.ts';

/** Reads the files of a site that a server serves. */
export function httpLoader({ file }: Site): Loader {
  return {
    json: async (path, isFresh = false) => {
      const response = await fetch(file(path), isFresh ? { cache: 'reload' } : {});
      if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
      const value: unknown = await response.json();
      return value;
    },
    bundle: async (language) => {
      const path = file(`${SEARCH_FOLDER}${language}/`);
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
