import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveFiles, FolderEntry } from './files.ts';

/**
 * The files of an archive in a folder on disk. Throws what the system says, but for “not there”.
 *
 * They are read at once, not by a thread of their own: for files of some kilobytes, waking it takes
 * four times as long as reading.
 */
export function filesOnDisk(root: string): ArchiveFiles {
  return {
    list: (folder) =>
      orNull(() =>
        readdirSync(join(root, folder), { withFileTypes: true })
          .map((entry): FolderEntry => {
            if (entry.isSymbolicLink()) return { name: entry.name, type: 'link' };
            if (entry.isDirectory()) return { name: entry.name, type: 'folder' };
            return { name: entry.name, type: entry.isFile() ? 'file' : 'other' };
          })
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    read: (file) => orNull(() => readFileSync(join(root, file))),
  };
}

function orNull<Value>(read: () => Value): Promise<Value | null> {
  return Promise.try(() => {
    try {
      return read();
    } catch (error) {
      if (isNotThere(error)) return null;
      throw error;
    }
  });
}

/** What a path that names no file makes the system say. */
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_THERE.includes(String(error.code));
}
