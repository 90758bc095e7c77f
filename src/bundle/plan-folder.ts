import { safePath } from '#model/safe-path.ts';
import { SEARCH_FOLDER, WORKER_PROGRAM } from '#search/folders.ts';
import { scriptOf } from '#search/file-script.ts';
import { type Part, partOf } from './parts.ts';

/** Of what people read first, whatever languages they read. */
export const READ_ME = 'README.txt';

/** The script that gives the search a loader that needs no server. */
export const LOADER = '_assets/search-loader.js';

/** A file of a site, what becomes of it, and where in the folder. */
export interface PlannedFile {
  readonly file: string;
  readonly part: Part;
  /** Paths in the folder that every system takes; none where it is left out. */
  readonly targets: readonly string[];
}

/** Plans what becomes of each file of a site, in order. */
export function planFolder(files: Iterable<string>): PlannedFile[] {
  return [...files].map((file) => {
    const part = partOf(file);
    return { file, part, targets: targetsOf(file, part).map(safePath) };
  });
}

/** Every path that the folder will have. */
export function pathsOf(plan: readonly PlannedFile[]): string[] {
  const hasSearch = plan.some(({ file }) => file.startsWith(SEARCH_FOLDER));
  const own = [READ_ME, LOADER, ...(hasSearch ? [scriptOf(WORKER_PROGRAM)] : [])];
  return [...own, ...plan.flatMap(({ targets }) => targets)];
}

function targetsOf(file: string, part: Part): string[] {
  switch (part) {
    case 'none':
      return [];
    case 'json':
    case 'bytes':
      return [scriptOf(file)];
    case 'data':
      return [file, scriptOf(file)];
    default:
      return [file];
  }
}
