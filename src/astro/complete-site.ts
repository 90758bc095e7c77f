import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { LoadedArchive } from '#pipeline.ts';
import { TABLE_FILE } from '#search/table.ts';
import { writeHostFiles } from './host-files.ts';
import { type Indexing, startIndexing } from './indexing.ts';
import type { KeptPages } from './kept-pages.ts';
import { isHeld } from './lock.ts';
import { writeMadeFiles } from './made-files.ts';
import { copyPictures } from './pictures.ts';
import type { Progress } from './progress.ts';
import { searchTable } from './search-table.ts';
import { textsToIndex } from './searchable-texts.ts';
import type { Staging } from './staging.ts';
import {
  anHourAgo,
  cacheOf,
  indexerFingerprint,
  locksOfOthers,
  searchCacheOf,
  type Workplace,
} from './workplace.ts';
import { writeAliases } from './write-aliases.ts';

/** What a site is made of beside its pages. */
export interface SiteParts {
  readonly staging: Pick<Staging, 'build'>;
  readonly loaded: LoadedArchive;
  readonly catalogue: Catalogue;
  readonly indexing: Indexing;
}

/** Begins the search index of an archive; it is ended with the process. */
export function indexArchive(catalogue: Catalogue, work: Workplace, progress: Progress): Indexing {
  const folder = bundlesOf(work);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = textsToIndex(catalogue);
  const { compiled, search: cache } = work;
  return startIndexing({ texts, compiled, cache, indexer: indexerFingerprint(), folder }, progress);
}

/** Where the search index stands until the pages are made: Astro empties the build before. */
function bundlesOf({ own }: Workplace): string {
  return join(own, 'pagefind');
}

/** Writes what a site has beside its pages and is made of records: pictures and files for machines. */
export async function writeOtherFiles(
  { staging: { build }, loaded, catalogue }: Omit<SiteParts, 'indexing'>,
  work: Workplace,
  base: string,
  kept: Pick<KeptPages, 'write'>,
): Promise<void> {
  await copyPictures(catalogue, work.content, build);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  await writeMadeFiles({ ...loaded, catalogue, base, epoch }, build, kept.write);
}

/**
 * Completes a site whose pages are made: puts in what hosts need and the search index when it is
 * done, and forgets what the archive no longer has.
 */
export async function completeSite(
  { staging: { build }, loaded, catalogue, indexing }: SiteParts,
  work: Workplace,
  base: string,
): Promise<void> {
  await writeHostFiles(loaded.permanence, {
    ...{ content: work.content, build, base },
    languages: catalogue.archive.languages,
  });
  const { languages, keys } = await indexing.done();
  indexing.stop();
  const search = join(build, 'pagefind');
  renameSync(bundlesOf(work), search);
  const table = searchTable(catalogue, loaded.appearances, languages);
  writeFileSync(join(search, TABLE_FILE), table);
  await writeAliases(catalogue, search);
  await sweepCaches(loaded, catalogue, new Set(keys), work);
}

/**
 * What the archive no longer has is not kept; a copy of the words of a text that went goes too. While
 * somebody edits it or makes another build of it, everything stays: they may have compiled what this
 * build has not seen, and their pages read it from there.
 *
 * @param shards the keys of the shards that the search index is made of
 */
async function sweepCaches(
  loaded: LoadedArchive,
  { entities }: Catalogue,
  shards: ReadonlySet<string>,
  work: Workplace,
): Promise<void> {
  if (locksOfOthers(work).some(isHeld)) return;
  const kept = new Set(loaded.keys);
  for (const { note } of entities) if (note) kept.add(note.body);
  await cacheOf(work).keepOnly(kept, anHourAgo());
  await searchCacheOf(work).keepOnly(shards, anHourAgo());
}
