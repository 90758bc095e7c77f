import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Folders of files by the hash of what they were made from. A folder is written whole or not at
 * all, so several programs can use a cache at once.
 */
export interface FolderCache {
  /** The path of a folder, or undefined where there is none. */
  readonly find: (key: string) => Promise<string | undefined>;
  /** Writes a folder and returns its path. */
  readonly put: (key: string, files: ReadonlyMap<string, Uint8Array>) => Promise<string>;
  /** Removes a folder that turned out to be damaged. */
  readonly remove: (key: string) => Promise<void>;
  /** Removes every folder whose key is not among these, and what was left unfinished long before. */
  readonly keepOnly: (keys: ReadonlySet<string>, longBefore: Date) => Promise<void>;
}

/** A cache in a folder. Keys are hexadecimal digits, names of files without folders. */
export function folderCache(folder: string): FolderCache {
  const find = async (key: string): Promise<string | undefined> => {
    const path = join(folder, key);
    return (await isThere(path)) ? path : undefined;
  };
  return {
    find,
    put: async (key, files) => {
      const path = join(folder, key);
      const unfinished = `${path}.${randomUUID()}`;
      await mkdir(unfinished, { recursive: true });
      try {
        for (const [name, content] of files) await writeFile(join(unfinished, name), content);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { recursive: true, force: true });
        // Another program was faster, and what it wrote is the same.
        if (!(await isThere(path))) throw error;
      }
      return path;
    },
    remove: async (key) => {
      await rm(join(folder, key), { recursive: true, force: true });
    },
    keepOnly: async (keys, longBefore) => {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        const isUseless = name.includes('.')
          ? (await stat(path)).mtime < longBefore
          : !keys.has(name);
        if (isUseless) await rm(path, { recursive: true, force: true });
      }
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
