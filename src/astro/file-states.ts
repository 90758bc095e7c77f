import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** How the files of a folder were left: by the path below it, with `/`, what tells one state from another. */
export type FileStates = ReadonlyMap<string, string>;

/** The files of a folder and of those in it; what a dot hides is nothing of an archive. */
export function fileStates(folder: string): FileStates {
  const states = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll(sep, '/');
    if (!entry.isFile() || /(?:^|\/)\./.test(path)) continue;
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) states.set(path, `${String(stats.size)} ${String(stats.mtimeMs)}`);
  }
  return states;
}

/** The files that have come, gone or changed between two states of a folder. */
export function changedFiles(before: FileStates, after: FileStates): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}
