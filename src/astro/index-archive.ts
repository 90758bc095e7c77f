import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close } from 'pagefind';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import type { FolderCache } from '#search/build/folder-cache.ts';
import { indexLanguage, type NamedShard } from '#search/build/index-language.ts';
import { checkPagefind } from '#search/build/pagefind-version.ts';
import { TABLE_FILE } from '#search/table.ts';
import type { Progress } from './progress.ts';
import { searchableTexts, type TextForSearch } from './searchable-texts.ts';
import { searchTable } from './search-table.ts';

export interface SearchIndexing {
  readonly catalogue: Catalogue;
  readonly appearances: ReadonlyMap<string, readonly Appearance[]>;
  /** Folder of the compiled bodies. */
  readonly compiled: string;
  readonly cache: FolderCache;
  /** Tells this version of the indexing code from every other. */
  readonly indexer: string;
  readonly progress: Progress;
}

/**
 * Writes one search bundle for each language of the texts, `folder/<language>/`, and the table of
 * all texts. Returns the keys of all that it uses of the cache.
 */
export async function indexArchive(
  { catalogue, appearances, compiled, cache, indexer, progress }: SearchIndexing,
  folder: string,
): Promise<ReadonlySet<string>> {
  checkPagefind();
  const byLanguage = searchableTexts(catalogue, compiled);
  const total = [...byLanguage.values()].reduce((sum, texts) => sum + texts.length, 0);
  const bundles = new Map<string, readonly NamedShard<TextForSearch>[]>();
  const keys = new Set<string>();
  const phase = progress.phase('index', 'text');
  let done = 0;
  phase.advance(done, total);
  try {
    for (const [language, texts] of byLanguage) {
      const index = await indexLanguage(language, texts, join(folder, language), {
        cache,
        indexer,
        onIndexed: (more) => {
          done += more;
          phase.advance(done, total);
        },
        onJoined: () => undefined,
      });
      bundles.set(language, index.shards);
      for (const key of index.keys) keys.add(key);
    }
  } finally {
    await close();
  }
  phase.end();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, TABLE_FILE), searchTable(catalogue, appearances, bundles));
  return keys;
}
