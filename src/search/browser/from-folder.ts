import { scriptOf } from '#search/file-script.ts';
import { SEARCH_FOLDER, WORKER_PROGRAM } from '#search/folders.ts';
import { FileScripts } from './file-scripts.ts';
import { Kept } from './kept.ts';
import type { Loader } from './loader.ts';
import { PagefindWorker } from './pagefind-worker.ts';
import type { Site } from './site.ts';

/** Reads the files of a site that lies in a folder, without a server. */
export function folderLoader(site: Site): Loader {
  const scripts = new FileScripts((path) => site.file(scriptOf(path)));
  const programs = new Kept(scripts.read);
  return {
    json: async (path) => inflated(await scripts.read(path)),
    bundle: async (language) =>
      PagefindWorker.start(await programs.get(WORKER_PROGRAM), language, (path) => {
        // Pagefind asks with a time behind the name, so that a server’s file is a fresh one.
        const [file = ''] = path.split('?');
        return scripts.read(SEARCH_FOLDER + file);
      }),
  };
}

async function inflated(content: string): Promise<unknown> {
  const signs = atob(content);
  const bytes = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place += 1) bytes[place] = signs.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const value: unknown = await new Response(stream).json();
  return value;
}
