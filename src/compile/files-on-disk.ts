import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveFiles, FolderEntry } from './files.ts';

/** The files of an archive in a folder on disk. Throws what the system says, but for “not there”. */
export function filesOnDisk(root: string): ArchiveFiles {
  return {
    list: async (folder) => {
      const entries = await orNull(readdir(join(root, folder), { withFileTypes: true }));
      return (
        entries
          ?.map((entry): FolderEntry => {
            if (entry.isSymbolicLink()) return { name: entry.name, type: 'link' };
            if (entry.isDirectory()) return { name: entry.name, type: 'folder' };
            return { name: entry.name, type: entry.isFile() ? 'file' : 'other' };
          })
          .sort((a, b) => (a.name < b.name ? -1 : 1)) ?? null
      );
    },
    read: (file) => orNull(readFile(join(root, file))),
  };
}

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

/** What a path that names no file makes the system say. */
const NOT_THERE = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_THERE.includes(String(error.code));
}
