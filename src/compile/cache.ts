import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Compiled things by the hash of what they were made from: what is unchanged is not made again,
 * and a page reads what it shows by its key. Entries are written whole or not at all, so several
 * programs can use a cache at once; one that cannot be read counts as missing.
 */
export interface CompileCache {
  /** The key of something made from these parts by this version of the compiler. */
  readonly key: (...parts: readonly (string | Uint8Array)[]) => string;
  readonly get: (key: string) => Promise<unknown>;
  /** Whether there is something under a key. */
  readonly has: (key: string) => boolean;
  readonly put: (key: string, value: unknown) => Promise<void>;
  /** Removes every entry whose key is not among these, and what was left unfinished long before. */
  readonly keepOnly: (keys: ReadonlySet<string>, longBefore: Date) => Promise<void>;
}

/**
 * A cache in a folder.
 *
 * @param compiler what tells this version of the compiler from every other
 */
export function compileCache(folder: string, compiler: string): CompileCache {
  /** The folders that are there: each is made once. */
  const made = new Set<string>();
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    key: (...parts) => {
      const hash = createHash('sha256').update(compiler);
      for (const part of parts) hash.update(`\0${String(part.length)}\0`).update(part);
      return hash.digest('hex');
    },
    get: (key) => Promise.try(() => readCompiled(folder, key)),
    has: (key) => existsSync(pathOf(key)),
    put: (key, value) =>
      Promise.try(() => {
        const path = pathOf(key);
        const shelf = dirname(path);
        if (!made.has(shelf)) mkdirSync(shelf, { recursive: true });
        made.add(shelf);
        const unfinished = `${path}.${randomUUID()}`;
        try {
          writeFileSync(unfinished, JSON.stringify(value));
          renameSync(unfinished, path);
        } catch (error) {
          rmSync(unfinished, { force: true });
          throw error;
        }
      }),
    keepOnly: async (keys, longBefore) => {
      await mkdir(folder, { recursive: true });
      for (const { name: shelf, parentPath } of await shelves(folder)) {
        for (const name of await readdir(join(parentPath, shelf))) {
          const path = join(folder, shelf, name);
          const isUseless = name.endsWith('.json')
            ? !keys.has(name.slice(0, -'.json'.length))
            : (await stat(path)).mtime < longBefore;
          if (isUseless) await rm(path, { force: true });
        }
      }
    },
  };
}

/** The folders of a cache, without what systems leave lying about. */
async function shelves(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory());
}

/** What stands in the cache under a key, or undefined. */
export function readCompiled(folder: string, key: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, key.slice(0, 2), `${key}.json`), 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
