import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compileArticle } from '#compile/article.ts';
import { compileEntity } from '#compile/entity.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { nameList } from '#compile/name-list.ts';
import { survey } from '#compile/survey.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { startCompiling } from './compiling.ts';
import { cacheOf, PROJECT, workplaceOf, type Workplace } from './workplace.ts';

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = join(PROJECT, 'content');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-compiling-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A workplace with a cache of its own, so that nothing is taken from another. */
function workplace(content: string, name: string): Workplace {
  return { ...workplaceOf(content, 'test'), compiled: join(folder, name) };
}

test('another process compiles articles to the same', async () => {
  const files = filesOnDisk(SAMPLE);
  const here = workplace(SAMPLE, 'here');
  const cache = cacheOf(here);
  const { articles, entities: ids } = await survey(files);
  const entities: EntitySummary[] = [];
  for (const id of ids) {
    const { entity } = await compileEntity(id, files, cache);
    if (entity) entities.push(entity);
  }
  const names = nameList(entities, cache);
  const expected = await Promise.all(
    articles.map((article) => compileArticle(article, files, cache, names)),
  );
  const helper = startCompiling({ work: workplace(SAMPLE, 'there'), entities });
  try {
    const half = Math.floor(articles.length / 2);
    const parts = await Promise.all([
      helper.hand(articles.slice(0, half)),
      helper.hand(articles.slice(half)),
    ]);
    expect(parts.flat()).toEqual(expected);
  } finally {
    helper.stop();
  }
});

test('whoever waits for a process that was ended hears of it', async () => {
  const helper = startCompiling({ work: workplace(SAMPLE, 'there'), entities: [] });
  const { articles } = await survey(filesOnDisk(SAMPLE));
  const compiled = helper.hand(articles);
  helper.stop();
  await expect(compiled).rejects.toThrow(/has ended/);
});
