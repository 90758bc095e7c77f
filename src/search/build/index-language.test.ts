import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close } from 'pagefind';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { madeTexts, type MadeText } from '../../../tests/made-texts.ts';
import { resultIdOf } from '../table.ts';
import { folderCache } from './folder-cache.ts';
import {
  indexLanguage,
  type IndexableText,
  type LanguageIndex,
  writeBundle,
} from './index-language.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-index-'));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => close());

/** So long that three fill a shard. */
const LENGTH = 1_000_000;
const TEXTS = madeTexts('en', 24).map((text) => ({ ...text, length: LENGTH }));

let runs = 0;
/** Indexes texts; says what came of it and which texts were read. */
async function run(
  texts: readonly MadeText[],
  indexer = 'one',
): Promise<{ index: LanguageIndex; read: string[]; out: string; indexed: number }> {
  const read: string[] = [];
  let indexed = 0;
  const indexable = texts.map((text): IndexableText => ({
    ...{ article: text.article, url: text.url, length: text.length },
    fingerprint: JSON.stringify(text),
    read: () => {
      read.push(text.url);
      return Promise.resolve(text);
    },
  }));
  runs += 1;
  const out = join(folder, `out-${String(runs)}`);
  const index = await indexLanguage('en', indexable, {
    cache: folderCache(join(folder, 'cache')),
    indexer,
    onIndexed: (more) => (indexed += more),
  });
  await writeBundle(index, out);
  return { index, read, out, indexed };
}

async function filesOf(out: string): Promise<Map<string, string>> {
  const names = (await readdir(out, { recursive: true }))
    .filter((name) => name.includes('.'))
    .sort();
  const files = new Map<string, string>();
  for (const name of names) files.set(name, (await readFile(join(out, name))).toString('base64'));
  return files;
}

function shardOf(index: LanguageIndex, url: string): string[] {
  const shard = index.shards.find(({ texts }) => texts.some((text) => text.url === url));
  return (shard?.texts ?? []).map((text) => text.url).sort();
}

function edited(texts: readonly MadeText[], place: number): MadeText[] {
  return texts.map((text, n) => (n === place ? { ...text, title: 'A new title' } : text));
}

test('what has not changed is not read again, and gives the same bytes', async () => {
  const first = await run(TEXTS);
  expect(first.index.shards.length).toBeGreaterThan(4);
  expect(first.read.sort()).toEqual(TEXTS.map(({ url }) => url).sort());
  const second = await run(TEXTS);
  expect(second.read).toEqual([]);
  expect(second.indexed).toBe(TEXTS.length);
  expect(await filesOf(second.out)).toEqual(await filesOf(first.out));
  expect(second.index).toMatchObject({ keys: first.index.keys });
});

test('one edited article is read again with its shard only, and gives what a first run gives', async () => {
  await run(TEXTS);
  const changed = edited(TEXTS, 7);
  const { index, read, out } = await run(changed);
  expect(read.sort()).toEqual(shardOf(index, TEXTS[7]?.url ?? ''));
  expect(read.length).toBeLessThanOrEqual(3);
  await rm(join(folder, 'cache'), { recursive: true });
  expect(await filesOf(out)).toEqual(await filesOf((await run(changed)).out));
});

test('a deleted text leaves no word behind, and touches its shard only', async () => {
  const secret = { ...TEXTS[3], title: 'Zyzzogeton' } as const;
  const with_ = TEXTS.map((text, n): MadeText => (n === 3 ? { ...text, ...secret } : text));
  const before = await run(with_);
  expect(await mentions(before.out, 'zyzzogeton')).toBe(true);
  const without = with_.filter((_, n) => n !== 3);
  const after = await run(without);
  expect(await mentions(after.out, 'zyzzogeton')).toBe(false);
  const former = shardOf(before.index, secret.url ?? '');
  expect(after.read.every((url) => former.includes(url))).toBe(true);
  const cache = folderCache(join(folder, 'cache'));
  expect(await mentions(join(folder, 'cache'), 'zyzzogeton')).toBe(true);
  await cache.keepOnly(new Set(after.index.keys), new Date(0));
  expect(await mentions(join(folder, 'cache'), 'zyzzogeton')).toBe(false);
  expect((await run(without)).read).toEqual([]);
});

test('other code, other shards; a damaged one is made anew', async () => {
  const { index } = await run(TEXTS);
  expect((await run(TEXTS, 'two')).read).toHaveLength(TEXTS.length);
  const [, key = ''] = index.keys;
  await truncate(join(folder, 'cache', key, 'words'), 10);
  const again = await run(TEXTS);
  expect(again.read).toHaveLength(index.shards[0]?.texts.length ?? 0);
});

test('names each page of the bundle by its shard and its place there', async () => {
  const { index, out } = await run(TEXTS);
  const urls = new Map<string, unknown>();
  for (const name of await readdir(join(out, 'fragment'))) {
    const json = gunzipSync(await readFile(join(out, 'fragment', name))).toString();
    const group: unknown = JSON.parse(json.slice('pagefind_dcd'.length));
    for (const [id, fragment] of Object.entries(group ?? {})) {
      urls.set(id, isFragment(fragment) ? fragment.url : undefined);
    }
  }
  const expected = index.shards.flatMap(({ name, texts }) =>
    texts.map(({ url }, page): [string, string] => [resultIdOf(name, page), url]),
  );
  expect(urls).toEqual(new Map(expected));
  expect(new Set(index.shards.map(({ name }) => name)).size).toBe(index.shards.length);
});

test('a text without words is in no shard’s list', async () => {
  const [one, other] = TEXTS;
  const mute = { ...one, title: '…', paragraphs: [{ id: 'k1', words: '—' }] };
  const texts = [{ ...TEXTS[0], ...mute, url: '/mute/' }, other].filter(
    (text) => text !== undefined,
  );
  const { index, indexed } = await run(texts as MadeText[]);
  expect(index.shards.flatMap((shard) => shard.texts.map(({ url }) => url))).toEqual([other?.url]);
  expect(indexed).toBe(2);
});

function isFragment(value: unknown): value is { readonly url: unknown } {
  return typeof value === 'object' && value !== null && 'url' in value;
}

/** Whether a word stands in any file of a folder, compressed or not. */
async function mentions(root: string, word: string): Promise<boolean> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    for (const part of parts(await readFile(join(entry.parentPath, entry.name)))) {
      if (part.toString().toLowerCase().includes(word)) return true;
    }
  }
  return false;
}

/** A file, and each gzip member that it holds. */
function parts(file: Buffer): Buffer[] {
  const members: Buffer[] = [file];
  for (
    let at = file.indexOf('\u001f\u008b', 0, 'latin1');
    at >= 0;
    at = file.indexOf('\u001f\u008b', at + 1, 'latin1')
  ) {
    try {
      members.push(gunzipSync(file.subarray(at)));
    } catch {
      // Two bytes that only look like the beginning of one.
    }
  }
  return members;
}
