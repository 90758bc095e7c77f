import { join } from 'node:path';
import { close } from 'pagefind';
import type { FolderCache } from '#search/build/folder-cache.ts';
import { inLanes } from '#search/build/in-lanes.ts';
import { indexLanguage, type LanguageIndex } from '#search/build/index-language.ts';
import { joinInThread } from '#search/build/join-in-thread.ts';
import { checkPagefind } from '#search/build/pagefind-version.ts';
import type { Progress } from './progress.ts';
import { searchableTexts, type TextToIndex } from './searchable-texts.ts';

export interface TextIndexing {
  readonly texts: readonly TextToIndex[];
  /** Folder of the compiled bodies. */
  readonly compiled: string;
  readonly cache: FolderCache;
  /** Tells this version of the indexing code from every other. */
  readonly indexer: string;
  readonly progress: Progress;
}

/** What the search bundles consist of: plain data, which can be sent from another process. */
export interface IndexedTexts {
  readonly languages: readonly IndexedLanguage[];
  /** The keys of all that they use of the cache. */
  readonly keys: readonly string[];
}

export interface IndexedLanguage {
  readonly language: string;
  /** The shards of its bundle in their order, each with the addresses of its texts in theirs. */
  readonly shards: readonly { readonly name: string; readonly urls: readonly string[] }[];
}

/** Writes one search bundle for each language of the texts, `folder/<language>/`. */
export async function indexTexts(indexing: TextIndexing, folder: string): Promise<IndexedTexts> {
  checkPagefind();
  const indexes = await indexAll(indexing);
  await writeBundles(indexes, folder, indexing.progress);
  return {
    languages: indexes.map(({ language, shards }) => ({
      language,
      shards: shards.map(({ name, texts }) => ({ name, urls: texts.map(({ url }) => url) })),
    })),
    keys: indexes.flatMap(({ keys }) => keys),
  };
}

async function indexAll({
  texts,
  compiled,
  cache,
  indexer,
  progress,
}: TextIndexing): Promise<LanguageIndex[]> {
  const phase = progress.phase('index', 'text');
  const indexes: LanguageIndex[] = [];
  let done = 0;
  phase.advance(done, texts.length);
  const onIndexed = (some: number): void => {
    done += some;
    phase.advance(done, texts.length);
  };
  try {
    for (const [language, some] of searchableTexts(texts, compiled)) {
      indexes.push(await indexLanguage(language, some, { cache, indexer, onIndexed }));
    }
  } finally {
    await close();
  }
  phase.end();
  return indexes;
}

async function writeBundles(
  indexes: readonly LanguageIndex[],
  folder: string,
  progress: Progress,
): Promise<void> {
  const total = indexes.reduce((sum, index) => sum + textsOf(index), 0);
  const phase = progress.phase('join', 'text');
  const done = new Map<LanguageIndex, number>();
  await inLanes(indexes, CORES, async (index) => {
    const { language, stored, frame } = index;
    const order = { index: { language, stored, frame }, folder: join(folder, language) };
    await joinInThread(order, (part) => {
      done.set(index, part * textsOf(index));
      const all = [...done.values()].reduce((sum, count) => sum + count, 0);
      phase.advance(Math.round(all), total);
    });
  });
  phase.advance(total, total);
  phase.end();
}

/** How many bundles are joined at a time. */
const CORES = 2;

function textsOf({ shards }: LanguageIndex): number {
  return shards.reduce((sum, { texts }) => sum + texts.length, 0);
}
