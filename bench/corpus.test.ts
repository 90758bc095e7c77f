import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCache } from '#compile/cache.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { loadArchive } from '#pipeline.ts';
import { makeArticle } from './article.ts';
import { writeCorpus } from './corpus.ts';
import { corpusEntities, ENTITIES } from './entities.ts';

const ARTICLES = 40;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-corpus-'));
  await writeCorpus(join(folder, 'corpus'), ARTICLES);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The files of a corpus below a folder, with their words. */
function read(name: string): ReadonlyMap<string, string> {
  const cwd = join(folder, name);
  const files = globSync('**/*.{md,mdx,yaml}', { cwd }).sort();
  return new Map(files.map((file) => [file, readFileSync(join(cwd, file), 'utf8')]));
}

test('a corpus is an archive without problems', async () => {
  const cache = compileCache(join(folder, 'cache'), 'test');
  const { catalogue, appearances, problems } = await loadArchive(
    filesOnDisk(join(folder, 'corpus')),
    cache,
  );
  expect(problems).toEqual([]);
  expect(catalogue?.articles).toHaveLength(ARTICLES);
  expect(catalogue?.entities).toHaveLength(200);
  expect(appearances.size).toBeGreaterThan(10);
});

test('the same number of articles gives the same bytes, and fewer are among them', async () => {
  await writeCorpus(join(folder, 'again'), ARTICLES);
  expect(read('again')).toEqual(read('corpus'));
  await writeCorpus(join(folder, 'fewer'), 3);
  const whole = read('corpus');
  for (const [file, words] of read('fewer')) expect(words).toBe(whole.get(file));
});

test('a corpus without entities has the same words and no problems', async () => {
  await writeCorpus(join(folder, 'unlisted'), ARTICLES, { isListed: false });
  const cache = compileCache(join(folder, 'cache'), 'test');
  const { catalogue, problems } = await loadArchive(filesOnDisk(join(folder, 'unlisted')), cache);
  expect(problems).toEqual([]);
  expect(catalogue?.entities).toEqual([]);
  const lengths = (archive: typeof catalogue): readonly number[] | undefined =>
    archive?.articles.flatMap(({ texts }) => texts.map(({ length }) => length));
  const listed = await loadArchive(filesOnDisk(join(folder, 'corpus')), cache);
  expect(lengths(catalogue)).toEqual(lengths(listed.catalogue));
});

test('as many entities are listed as are asked for, with six forms each', () => {
  for (const [index, { names, short }] of corpusEntities(3_000).all.entries()) {
    const forms = [...names.en, ...names.ar, ...(short ? [short.en, short.ar] : [])];
    expect(new Set(forms).size, String(index)).toBe(6);
  }
  expect(corpusEntities(3_000).all.slice(0, 200)).toEqual(ENTITIES.all);
});

test('an article has ten paragraphs in each language and about 830 words', () => {
  const counts = Array.from({ length: ARTICLES }, (_, number) => {
    const texts = [...makeArticle(number).files].filter(([file]) => file !== 'index.md');
    const bodies = texts.map(([, words]) => words.split('---\n')[2] ?? '');
    for (const body of bodies) expect(body.match(/\{#/g)).toHaveLength(10);
    return (
      bodies
        .join(' ')
        .replaceAll(/\{#\w+\}/g, '')
        .match(/\S+/g)?.length ?? 0
    );
  });
  const mean = counts.reduce((sum, count) => sum + count) / ARTICLES;
  expect(mean).toBeGreaterThan(800);
  expect(mean).toBeLessThan(870);
});

test('a few words make up most of a text, and most words are rare', () => {
  const words = [...read('corpus').values()].join(' ').match(/\p{L}+/gu) ?? [];
  const counts = [...Map.groupBy(words, (word) => word).values()].map(({ length }) => length);
  counts.sort((a, b) => b - a);
  const share = counts.slice(0, 100).reduce((sum, count) => sum + count) / words.length;
  expect(share).toBeGreaterThan(0.2);
  expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length / 4);
});
