import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompileCache } from '#compile/cache.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { numberArchive } from '#number/archive.ts';
import { memoryIn } from '#number/memory.ts';
import { readExample } from './archive-in-a-file.ts';

/** A cache that keeps what it is given until it is gone itself. */
function cacheInMemory(): CompileCache & { readonly size: () => number } {
  const entries = new Map<string, string>();
  return {
    key: (...parts) => JSON.stringify(parts.map((part) => Buffer.from(part).toString('hex'))),
    get: (key) => Promise.resolve(JSON.parse(entries.get(key) ?? 'null') ?? undefined),
    has: (key) => entries.has(key),
    put: (key, value) => Promise.resolve(void entries.set(key, JSON.stringify(value))),
    keepOnly: () => Promise.resolve(),
    size: () => entries.size,
  };
}

/** An archive of one article, with some files changed. */
function archive(changes: ReadonlyMap<string, string>): ArchiveFiles {
  const path = join(import.meta.dirname, 'numbering/ids-that-are-there-are-fixed-points.txt');
  const { files } = readExample(readFileSync(path, 'utf8'));
  return {
    list: files.list,
    read: async (file) => {
      const changed = changes.get(file);
      return changed === undefined ? files.read(file) : new TextEncoder().encode(changed);
    },
  };
}

async function run(cache: CompileCache, changes: ReadonlyMap<string, string>) {
  const memory = memoryIn(cache);
  let die = 0;
  const dice = (limit: number) => (die += 7) % limit;
  const numbering = await numberArchive({ files: archive(changes), dice, memory });
  const written = new Map(changes);
  for await (const article of numbering.articles()) {
    for (const [file, words] of article.changes) written.set(file, words);
  }
  return { numbering, written };
}

test('an article that is numbered is remembered until a file of it changes', async () => {
  const cache = cacheInMemory();
  const first = await run(cache, new Map());
  expect(first.numbering.total).toBe(1);
  expect(cache.size()).toBe(0);
  const second = await run(cache, first.written);
  expect(second.numbering.total).toBe(0);
  expect(cache.size()).toBe(1);
  const third = await run(cache, first.written);
  expect(third.numbering).toMatchObject({ total: 0, problems: [] });

  const [file = '', words = ''] = [...first.written].at(-1) ?? [];
  const longer = new Map(first.written).set(file, `${words}\nOne more paragraph.\n`);
  expect((await run(cache, longer)).numbering.total).toBe(1);
  const broken = new Map(first.written).set(file, words.replace('role:', 'rule:'));
  expect((await run(cache, broken)).numbering.problems).not.toEqual([]);
});
