import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { madeTexts, type MadeText } from '../../../tests/made-texts.ts';
import { type BundleFrame, frameOf } from './bundle-frame.ts';
import { CborReader, type Item } from './cbor.ts';
import { divide } from './divide.ts';
import { folderCache } from './folder-cache.ts';
import type { FragmentLayout } from './fragments.ts';
import { type IndexMeta, readIndexMeta } from './index-meta.ts';
import { joinShards } from './join-shards.ts';
import { unpack } from './packed.ts';
import { indexPages, type PageToIndex, type PagefindFiles } from './pagefind-files.ts';
import { readShard } from './read-shard.ts';
import { storeShard, type StoredShard } from './stored-shard.ts';
import { textToHtml } from './text-to-html.ts';
import type { ChunkLayout } from './write-chunks.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** How Pagefind itself lays out an index. */
const FRAGMENTS: FragmentLayout = { idOf: (_, id) => id, prefix: '', groupSize: 0 };
const CHUNKS: ChunkLayout = { weight: 20_000, prefix: 0, most: Infinity, isWhole: () => false };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-shards-'));
});
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const pageOf =
  (language: string) =>
  (text: MadeText): PageToIndex => ({ url: text.url, html: textToHtml(text, language) });

let made = 0;
async function store(language: string, pages: readonly PageToIndex[]): Promise<StoredShard> {
  made += 1;
  const files = await indexPages(language, pages);
  return storeShard(folderCache(folder), String(made), await readShard('one', files, FRAGMENTS));
}

async function joined(
  language: string,
  shards: readonly StoredShard[],
  layout = CHUNKS,
): Promise<PagefindFiles> {
  made += 1;
  const out = join(folder, `bundle-${String(made)}`);
  const frame = await frameOf(language, folderCache(join(folder, 'frames')));
  await joinShards(language, shards, frame, out, layout);
  return filesIn(out);
}

async function filesIn(root: string): Promise<PagefindFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  return files;
}

/** The contents of what searching needs; the machine’s gzip is not Pagefind’s. */
function contents(files: PagefindFiles): Record<string, string> {
  const isNeeded = /\.pf_\w+$|^pagefind-entry\.json$|^pagefind(-worker)?\.js$/;
  const needed = [...files].filter(([path]) => isNeeded.test(path));
  return Object.fromEntries(
    needed
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, file]) => {
        const content = path.includes('.pf_') ? unpack(file) : Buffer.from(file);
        return [path, createHash('sha256').update(content).digest('hex')];
      }),
  );
}

function metaOf(files: PagefindFiles): IndexMeta {
  const file = [...files].find(([path]) => path.endsWith('.pf_meta'))?.[1];
  return readIndexMeta(unpack(file ?? Buffer.alloc(0)));
}

/** The words of each chunk, in order. */
function chunksOf(files: PagefindFiles): string[][] {
  return metaOf(files).chunks.map(([, , name]) => {
    const file = files.get(`index/${name}.pf_index`) ?? Buffer.alloc(0);
    const reader = new CborReader(unpack(file));
    reader.array();
    return Array.from({ length: reader.array() }, () => firstOf(reader.item()));
  });
}

function firstOf(item: Item): string {
  return typeof item === 'object' && typeof item[0] === 'string' ? item[0] : '';
}

describe.each(['en', 'ar', 'fa'])('an index of %s', (language) => {
  const texts = madeTexts(language, 200);
  const shards = divide(texts, { texts: 40, length: Infinity });
  const inOrder = shards.flatMap((shard) => shard.texts).map(pageOf(language));
  let stored: StoredShard[];
  let whole: PagefindFiles;
  beforeAll(async () => {
    stored = [];
    for (const { texts: some } of shards) {
      stored.push(await store(language, some.map(pageOf(language))));
    }
    whole = await indexPages(language, inOrder);
  });

  test('joined of its shards has the very bytes that one run over all its texts writes', async () => {
    expect(shards.length).toBeGreaterThan(5);
    const bytes = contents(await joined(language, stored));
    expect(Object.keys(bytes).filter((path) => path.startsWith('index/')).length).toBeGreaterThan(
      1,
    );
    expect(bytes).toEqual(contents(whole));
  });

  test('of one shard alone has them too', async () => {
    const one = await store(language, inOrder);
    expect(contents(await joined(language, [one]))).toEqual(contents(whole));
  });

  test('ends its chunks only where the first three letters change', async () => {
    const files = await joined(language, stored, {
      weight: 500,
      prefix: 3,
      most: Infinity,
      isWhole: () => false,
    });
    const chunks = chunksOf(files);
    expect(chunks.length).toBeGreaterThan(20);
    expect(chunks.flat()).toEqual(chunksOf(whole).flat());
    const starts = chunks.map((words) =>
      words.map((word) => Array.from(word).slice(0, 3).join('')),
    );
    for (const [index, start] of starts.entries()) {
      if (index > 0) expect(start[0]).not.toBe(starts[index - 1]?.at(-1));
    }
  });

  test('ends a chunk that grows too large where the fourth letter changes', async () => {
    const layout = { weight: 500, prefix: 3, most: Infinity, isWhole: () => false };
    const few = chunksOf(await joined(language, stored, layout));
    const many = chunksOf(await joined(language, stored, { ...layout, most: 600 }));
    expect(many.length).toBeGreaterThan(few.length);
    expect(many.flat()).toEqual(few.flat());
  });

  test('ends a chunk before any word that is looked for whole only', async () => {
    const layout = { weight: 500, prefix: 3, most: Infinity, isWhole: () => true };
    const chunks = chunksOf(await joined(language, stored, layout));
    const starts = chunks.map((words) =>
      words.map((word) => Array.from(word).slice(0, 3).join('')),
    );
    expect(starts.some((start, index) => start[0] === starts[index - 1]?.at(-1))).toBe(true);
    expect(chunks.flat()).toEqual(chunksOf(whole).flat());
  });

  test('is the same each time', async () => {
    const [once, again] = [await joined(language, stored), await joined(language, stored)];
    expect([...again]).toEqual([...once]);
  });
});

test('shards with other metadata each are joined into the same bytes', async () => {
  const pages = ['author', 'zone', 'author" data-pagefind-meta="brief', 'title'].map(
    (field, index): PageToIndex => ({
      url: `/${String(index)}/`,
      html: `<html><head><title>The press</title></head><body><p data-pagefind-meta="${field}">A printer at work</p>Words of page ${String(index)}</body></html>`,
    }),
  );
  const stored: StoredShard[] = [];
  for (const page of pages) stored.push(await store('en', [page]));
  expect(new Set(stored.map(({ fields }) => fields.join())).size).toBeGreaterThan(2);
  expect(contents(await joined('en', stored))).toEqual(contents(await indexPages('en', pages)));
});

test('texts without words are left out, as Pagefind does', async () => {
  const wordless = madeTexts('en', 3).map((text, index): MadeText => {
    const paragraphs = [{ id: 'k1', words: '—' }];
    return { ...text, paragraphs, title: '…', url: `/none/${String(index)}/` };
  });
  const [first, second] = madeTexts('en', 2).map(pageOf('en'));
  const pages = wordless.map(pageOf('en'));
  const some = [pages.slice(0, 1), [first, ...pages, second].filter((page) => page !== undefined)];
  const stored: StoredShard[] = [];
  for (const one of some) stored.push(await store('en', one));
  expect(stored.map(({ urls }) => urls)).toEqual([[], [first?.url, second?.url]]);
  const whole = await indexPages('en', some.flat());
  expect(contents(await joined('en', stored))).toEqual(contents(whole));
});

test('where no text has words, the index is there and holds nothing', async () => {
  const html = '<title>…</title><body>—</body>';
  const files = await joined('en', [await store('en', [{ url: '/', html }])]);
  expect(metaOf(files)).toEqual({ version: '1.6.0', pages: [], chunks: [], fields: [] });
});

describe('is refused', () => {
  test('where a shard was written by another version of Pagefind', async () => {
    const shard = await store('en', madeTexts('en', 2).map(pageOf('en')));
    const other = { ...shard, version: '1.5.2' };
    await expect(joined('en', [shard, other])).rejects.toThrow(/Pagefind 1\.5\.2.*1\.6\.0/);
  });

  test('where its frame was', async () => {
    const frame = await frameOf('en', folderCache(join(folder, 'frames')));
    const old: BundleFrame = { ...frame, entry: { ...frame.entry, version: '1.5.2' } };
    await expect(joinShards('en', [], old, join(folder, 'old'), CHUNKS)).rejects.toThrow('1.5.2');
  });

  test('where Pagefind was told of filters or an order', async () => {
    for (const told of ['filter', 'sort']) {
      const html = `<html><head><title>A letter</title></head><body><p data-pagefind-${told}="kind:letter">A letter</p></body></html>`;
      await expect(store('en', [{ url: '/', html }])).rejects.toThrow('filters or orders');
    }
  });
});
