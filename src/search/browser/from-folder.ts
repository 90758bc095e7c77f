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
    json: async (path) => {
      const value: unknown = JSON.parse(await scripts.read(path));
      return value;
    },
    bundle: async (language) =>
      PagefindWorker.start(await programs.get(WORKER_PROGRAM), language, (file) =>
        scripts.read(SEARCH_FOLDER + file),
      ),
  };
}
