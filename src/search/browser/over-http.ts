import { SEARCH_FOLDER } from '#search/folders.ts';
import type { Loader } from './loader.ts';
import { PagefindWorker } from './pagefind-worker.ts';
import type { Site } from './site.ts';

/** Reads the files of a site that a server serves. */
export function httpLoader({ file }: Site): Loader {
  const ask = async (path: string, options: RequestInit = {}): Promise<Response> => {
    const response = await fetch(file(path), options);
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
    return response;
  };
  return {
    json: async (path, isFresh = false) => {
      const response = await ask(path, isFresh ? { cache: 'reload' } : {});
      const value: unknown = await response.json();
      return value;
    },
    bundle: async (language) => {
      const bundle = `${SEARCH_FOLDER}${language}/`;
      const program = await ask(`${bundle}pagefind-worker.js`);
      // A worker made of a program’s source knows no place that an address could be relative to.
      return PagefindWorker.start(await program.text(), new URL(file(bundle), location.href).href);
    },
  };
}
