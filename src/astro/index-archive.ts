import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close } from 'pagefind';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import type { FolderCache } from '#search/build/folder-cache.ts';
import { indexLanguage, type LanguageIndex, writeBundle } from '#search/build/index-language.ts';
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
  search: SearchIndexing,
  folder: string,
): Promise<ReadonlySet<string>> {
  checkPagefind();
  const indexes = await indexTexts(search);
  await writeBundles(indexes, folder, search.progress);
  const table = searchTable(search.catalogue, search.appearances, indexes);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, TABLE_FILE), table);
  return new Set(indexes.flatMap(({ keys }) => keys));
}

type Index = LanguageIndex<TextForSearch>;

async function indexTexts({
  catalogue,
  compiled,
  cache,
  indexer,
  progress,
}: SearchIndexing): Promise<Index[]> {
  const byLanguage = searchableTexts(catalogue, compiled);
  const total = [...byLanguage.values()].reduce((sum, texts) => sum + texts.length, 0);
  const phase = progress.phase('index', 'text');
  const indexes: Index[] = [];
  let done = 0;
  phase.advance(done, total);
  const onIndexed = (texts: number): void => {
    done += texts;
    phase.advance(done, total);
  };
  try {
    for (const [language, texts] of byLanguage) {
      indexes.push(await indexLanguage(language, texts, { cache, indexer, onIndexed }));
    }
  } finally {
    await close();
  }
  phase.end();
  return indexes;
}

async function writeBundles(
  indexes: readonly Index[],
  folder: string,
  progress: Progress,
): Promise<void> {
  const counts = indexes.map(({ shards }) =>
    shards.reduce((sum, { texts }) => sum + texts.length, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const phase = progress.phase('join', 'text');
  let done = 0;
  for (const [place, index] of indexes.entries()) {
    const count = counts[place] ?? 0;
    await writeBundle(index, join(folder, index.language), (part) => {
      phase.advance(done + Math.round(part * count), total);
    });
    done += count;
    phase.advance(done, total);
  }
  phase.end();
}
