import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderCache } from './folder-cache.ts';
import type { IndexedPage } from './index-meta.ts';
import type { IndexedShard } from './read-shard.ts';

/** A shard in the cache: what is small in memory, what is large in files. */
export interface StoredShard extends StoredHead {
  /** The file of its words’ records. */
  readonly words: string;
  /** The file of its fragments’ files, one after another. */
  readonly fragments: string;
}

interface StoredHead {
  readonly version: string;
  readonly fields: readonly string[];
  readonly pages: readonly IndexedPage[];
  /** By page, its address. */
  readonly urls: readonly string[];
  /** Bytes of the file of words. */
  readonly wordsLength: number;
  /** Name and bytes of each file of fragments. */
  readonly fragmentFiles: readonly (readonly [name: string, length: number])[];
}

const HEAD = 'head.json';
const WORDS = 'words';
const FRAGMENTS = 'fragments';

/** Keeps a shard. */
export async function storeShard(
  cache: FolderCache,
  key: string,
  { version, fields, pages, urls, words, fragments }: IndexedShard,
): Promise<StoredShard> {
  const head: StoredHead = {
    ...{ version, fields, pages, urls, wordsLength: words.length },
    fragmentFiles: fragments.map(({ name, packed }) => [name, packed.length]),
  };
  const folder = await cache.put(
    key,
    new Map<string, Uint8Array>([
      [HEAD, Buffer.from(JSON.stringify(head))],
      [WORDS, words],
      [FRAGMENTS, Buffer.concat(fragments.map(({ packed }) => packed))],
    ]),
  );
  return { ...head, words: join(folder, WORDS), fragments: join(folder, FRAGMENTS) };
}

/** The shard of a key; undefined where it is missing or damaged, and then it is removed. */
export async function findShard(cache: FolderCache, key: string): Promise<StoredShard | undefined> {
  const folder = await cache.find(key);
  if (folder === undefined) return undefined;
  try {
    const head: unknown = JSON.parse(await readFile(join(folder, HEAD), 'utf8'));
    const words = join(folder, WORDS);
    const fragments = join(folder, FRAGMENTS);
    if (isHead(head)) {
      const length = head.fragmentFiles.reduce((sum, [, bytes]) => sum + bytes, 0);
      const isWhole =
        (await stat(words)).size === head.wordsLength && (await stat(fragments)).size === length;
      if (isWhole) return { ...head, words, fragments };
    }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing && !(error instanceof SyntaxError)) throw error;
  }
  await cache.remove(key);
  return undefined;
}

/** Its key answers for the rest of its shape. */
function isHead(value: unknown): value is StoredHead {
  return typeof value === 'object' && value !== null && 'pages' in value && 'fields' in value;
}
