import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId, TextId } from '#model/ids.ts';
import type { CachedPassage, Passage, PassageLine } from '#model/mention.ts';
import { ConcordanceWriter, WrittenConcordance } from './concordance.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-concordance-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What an article says in one cell of a row. */
function passage(article: string, form: string): Passage {
  const cells = [{ text: 'ar' as TextId, mentions: [{ before: 'قال ', form, after: '.' }] }];
  return { article: article as ArticleId, rows: [{ id: 'k3f9c', beside: [], cells }] };
}

function fresh(one: Passage): PassageLine {
  return { rows: 1, digest: `digest of ${one.article}`, line: JSON.stringify(one) };
}

function cached(one: Passage): CachedPassage {
  return { rows: 1, digest: `digest of ${one.article}`, cached: `mentions of ${one.article}` };
}

const [FIRST, SECOND] = [passage('a', 'العامري'), passage('b', 'al-ʿĀmirī')];

/** Writes what two articles name down; reads it back with lines of the cache by their keys. */
async function written(
  name: string,
  first: PassageLine | CachedPassage,
  second: PassageLine | CachedPassage,
): Promise<{ readonly passages: readonly Passage[]; readonly hash: string | undefined }> {
  const writer = new ConcordanceWriter(join(folder, name));
  await writer.add({ amiri: first, cairo: fresh(FIRST) });
  await writer.add({ amiri: second });
  await writer.finish();
  const lines = new Map([FIRST, SECOND].map((one) => [cached(one).cached, JSON.stringify(one)]));
  const passages = await new WrittenConcordance(join(folder, name)).of('amiri', (key) =>
    Promise.resolve(lines.get(key) ?? ''),
  );
  return { passages, hash: writer.hashes().get('amiri') };
}

test('passages come back in order of their articles, wherever their words stand', async () => {
  const made = await written('made', fresh(FIRST), fresh(SECOND));
  const known = await written('known', cached(FIRST), cached(SECOND));
  const mixed = await written('mixed', cached(FIRST), fresh(SECOND));
  expect(made.passages).toEqual([FIRST, SECOND]);
  expect(known).toEqual(made);
  expect(mixed).toEqual(made);
});

test('an entity that no text names has no passages', async () => {
  await written('made', fresh(FIRST), fresh(SECOND));
  const own = new WrittenConcordance(join(folder, 'made'));
  expect(await own.of('nobody', () => Promise.resolve(''))).toEqual([]);
});

test('other words of one passage give another hash of all', async () => {
  const before = await written('before', fresh(FIRST), fresh(SECOND));
  const edited = { ...fresh(SECOND), digest: 'digest of other words' };
  const after = await written('after', fresh(FIRST), edited);
  expect(after.hash).not.toBe(before.hash);
});
