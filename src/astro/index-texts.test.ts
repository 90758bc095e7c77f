import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { compileCache } from '#compile/cache.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { loadArchive } from '#pipeline.ts';
import { folderCache } from '#search/build/folder-cache.ts';
import { decodeTable, FILTERS, type SearchTable } from '#search/table.ts';
import { indexTexts } from './index-texts.ts';
import { progressOn } from './progress.ts';
import { searchTable } from './search-table.ts';
import { textsToIndex } from './searchable-texts.ts';

vi.setConfig({ testTimeout: 60_000 });

const ONE_LETTER = join(import.meta.dirname, '../../tests/archives/one-letter');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Indexes the letter, changed; says what was written and shown. */
async function index(change: (catalogue: Catalogue) => Catalogue): Promise<{
  readonly bundles: string[];
  readonly table: SearchTable;
  readonly keys: readonly string[];
  readonly shown: string;
}> {
  const compiled = join(folder, 'compiled');
  const files = filesOnDisk(ONE_LETTER);
  const { catalogue, appearances } = await loadArchive(files, compileCache(compiled, 'test'));
  if (!catalogue) throw new Error('The archive of the test has errors.');
  let shown = '';
  const screen = { write: (text: string) => (shown += text) };
  const out = join(folder, 'pagefind');
  await mkdir(out);
  const changed = change(catalogue);
  const { languages, keys } = await indexTexts(
    {
      ...{ texts: textsToIndex(changed), compiled, indexer: 'test' },
      cache: folderCache(join(folder, 'search')),
      progress: progressOn(screen, () => 0),
    },
    out,
  );
  const entries = await readdir(out, { withFileTypes: true });
  return {
    bundles: entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
    table: decodeTable(JSON.parse(searchTable(changed, appearances, languages))),
    ...{ keys, shown },
  };
}

test('writes a bundle a language, and a table with a row a text', async () => {
  const { bundles, table, shown, keys } = await index((catalogue) => catalogue);
  expect(bundles).toEqual(['ar', 'en']);
  expect(table.rows.map(({ article, text }) => `${article}/${text}`)).toEqual([
    'letter/ar',
    'letter/en',
  ]);
  const values = FILTERS.map((filter) => {
    const { values: all, rows } = table.columns[filter];
    return [filter, rows.map((places) => places.map((place) => all[place]))];
  });
  expect(Object.fromEntries(values)).toEqual({
    language: [['ar'], ['en']],
    kind: [[], []],
    collection: [[], []],
    publisher: [['the-press'], []],
    entity: [['the-press'], ['the-press']],
  });
  expect(table.rows.map(({ years }) => years)).toEqual([
    [1868, 1868],
    [1868, 1868],
  ]);
  expect(shown).toBe('index    2 texts, 0.0 s\njoin     2 texts, 0.0 s\n');
  expect((await readdir(join(folder, 'search'))).sort()).toEqual([...keys].sort());
});

test('an archive in one language has one bundle', async () => {
  const { bundles, table } = await index((catalogue) => ({
    ...catalogue,
    articles: catalogue.articles.map((article) => ({
      ...article,
      texts: article.texts.filter(({ lang }) => lang === 'ar'),
    })),
  }));
  expect(bundles).toEqual(['ar']);
  expect(table.rows.map(({ text }) => text)).toEqual(['ar']);
});

test('an archive without articles has no bundle and an empty table', async () => {
  const { bundles, table, keys } = await index((catalogue) => ({ ...catalogue, articles: [] }));
  expect(bundles).toEqual([]);
  expect(table.rows).toEqual([]);
  expect(keys.length).toBe(0);
});
