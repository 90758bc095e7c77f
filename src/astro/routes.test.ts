import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCache } from '#compile/cache.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { loadArchive } from '#pipeline.ts';
import { putAtHand } from './archive-at-hand.ts';
import { recordsOf } from './records.ts';
import * as routes from './routes.ts';
import { tracedArchive } from './traced-archive.ts';

const SAMPLE = join(import.meta.dirname, '../../content');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-routes-'));
  const loaded = await loadArchive(filesOnDisk(SAMPLE), compileCache(folder, 'test'));
  if (!loaded.catalogue) throw new Error('The sample has errors.');
  putAtHand(tracedArchive(recordsOf(loaded, loaded.catalogue, { compiled: folder }, [])));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/**
 * No entity of the sample is named so often that its places stand on several pages, and nothing of it
 * was sealed or has moved.
 */
const NONE_IN_SAMPLE = ['furtherMentions', 'everyHistory', 'formerAddresses'];

test.each(Object.entries(routes))(
  '%s says no more of a page than which one it is',
  (name, route) => {
    const pages: readonly object[] = route();
    expect(pages.length > 0).toBe(!NONE_IN_SAMPLE.includes(name));
    for (const page of pages) {
      const said = Object.values<object>({ ...page }).flatMap((part) =>
        Object.values<unknown>({ ...part }),
      );
      for (const value of said) expect(['string', 'undefined']).toContain(typeof value);
    }
  },
);
