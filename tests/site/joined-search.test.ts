import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { close } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serve } from '#cli/serve.ts';
import { folderCache } from '#search/build/folder-cache.ts';
import { indexLanguage, type IndexableText, writeBundle } from '#search/build/index-language.ts';
import { unpack } from '#search/build/packed.ts';
import { indexPages } from '#search/build/pagefind-files.ts';
import { textToHtml } from '#search/build/text-to-html.ts';
import { indexedCopy } from '#search/indexed-copy.ts';
import { resultIdOf } from '#search/table.ts';
import { openChromium } from '../chromium.ts';
import { madeTexts, type MadeText, wordsOf } from '../made-texts.ts';

/** What Pagefind says of a text that it found. */
interface Result {
  readonly id: string;
  readonly score: number;
}

/** Texts of an index, and words of a paragraph of theirs. */
const SIZE = [300, 60] as const;

let folder: string;
let browser: Browser;
let site: Serving;
let page: Page;
/** By id of a result, the address of its text. */
const urls = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-joined-'));
  await writeFile(join(folder, '404.html'), '');
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><title>Search</title><script>${ASK}</script>`,
  );
  for (const language of ['en', 'ar']) await indexBothWays(language);
  await joinTexts('none', []);
  await close();
  [browser, site] = await Promise.all([openChromium(), serve(folder, '/', 0)]);
  page = await browser.newPage();
  await page.goto(site.url);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

/** Writes `<language>-joined`, of eight shards or so, and `<language>-whole`, of one run. */
async function indexBothWays(language: string): Promise<void> {
  const texts = madeTexts(language, ...SIZE).map((text) => ({ ...text, length: 60_000 }));
  const inOrder = await joinTexts(language, texts);
  const pages = inOrder.map((text) => ({ url: text.url, html: textToHtml(text, language) }));
  const whole = await indexPages(language, pages);
  for (const [path, content] of whole) {
    await mkdir(dirname(join(folder, `${language}-whole`, path)), { recursive: true });
    await writeFile(join(folder, `${language}-whole`, path), content);
    if (!path.endsWith('.pf_fragment')) continue;
    const fragment: unknown = JSON.parse(unpack(content).toString());
    urls.set(path.slice('fragment/'.length, -'.pf_fragment'.length), urlOf(fragment));
  }
}

function urlOf(fragment: unknown): string {
  const isFragment = typeof fragment === 'object' && fragment !== null && 'url' in fragment;
  return isFragment ? String(fragment.url) : '';
}

/** Returns the texts in the order of the bundle’s pages. */
async function joinTexts(language: string, texts: readonly MadeText[]): Promise<MadeText[]> {
  const made = new Map(texts.map((text) => [text.url, text]));
  const indexable = texts.map((text): IndexableText => ({
    ...{ article: text.article, url: text.url, length: text.length },
    ...{ fingerprint: text.url, read: () => Promise.resolve(text) },
  }));
  const index = await indexLanguage(language, indexable, {
    cache: folderCache(join(folder, 'cache')),
    indexer: 'test',
    onIndexed: () => undefined,
  });
  await writeBundle(index, join(folder, `${language}-joined`));
  for (const { name, texts: some } of index.shards) {
    some.forEach(({ url }, place) => urls.set(resultIdOf(name, place), url));
  }
  return index.shards.flatMap((shard) => shard.texts.flatMap(({ url }) => made.get(url) ?? []));
}

let instances = 0;
/** Asks an index that nothing was asked before, one query after another; returns the answers. */
async function ask(bundle: string, queries: readonly string[]): Promise<readonly Result[][]> {
  instances += 1;
  return page.evaluate<Result[][]>(
    `ask(${JSON.stringify(`/${bundle}/`)}, ${JSON.stringify(queries)}, ${String(instances)})`,
  );
}

/** Where Pagefind’s own list of hits leads: addresses of paragraphs. */
async function placesOf(bundle: string, query: string): Promise<readonly string[]> {
  instances += 1;
  return page.evaluate<string[]>(
    `places(${JSON.stringify(`/${bundle}/`)}, ${JSON.stringify(query)}, ${String(instances)})`,
  );
}

/** In the page: each instance is a module of its own. */
const ASK = `
  window.ask = async (basePath, queries, instance) => {
    const pagefind = await import(basePath + 'pagefind.js?' + instance);
    await pagefind.options({ basePath, baseUrl: '/' });
    const answers = [];
    for (const words of queries) {
      const { results } = await pagefind.search(words);
      answers.push(results.map(({ id, score }) => ({ id, score })));
    }
    await pagefind.destroy();
    return answers;
  };
  window.places = async (basePath, words, instance) => {
    const pagefind = await import(basePath + 'pagefind.js?' + instance);
    await pagefind.options({ basePath, baseUrl: '/' });
    const { results } = await pagefind.search(words);
    const hits = await Promise.all(results.map((result) => result.data()));
    await pagefind.destroy();
    return hits.flatMap((hit) => hit.sub_results.map(({ url }) => url));
  };
`;

function named(results: readonly Result[] = []): string[] {
  return results.map(({ id, score }) => `${urls.get(id) ?? `unknown ${id}`} ${score.toFixed(6)}`);
}

/** Words and their beginnings, pairs, a phrase, and what is not there. */
function queriesFor(language: string): string[] {
  const words = wordsOf(language).filter((_, place) => place % 30 === 0);
  const pairs = words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`);
  const beginnings = words.map((word) => Array.from(word).slice(0, 4).join(''));
  const { paragraphs } = madeTexts(language, ...SIZE)[5] ?? { paragraphs: [] };
  const phrase = (paragraphs[0]?.words ?? '').split(' ').slice(3, 6).join(' ');
  return [...words, ...pairs, ...beginnings, `"${phrase}"`, phrase, 'zzqqxx'];
}

/** A word of every chunk, and of some of them several. */
function wordOfEachStart(language: string): string[] {
  const byStart = Map.groupBy(wordsOf(language), (word) => Array.from(word).slice(0, 2).join(''));
  return [...byStart.values()].flatMap(([word = '']) => word);
}

describe.each(['en', 'ar'])('a joined index of %s', (language) => {
  test('is of several shards and of several chunks', async () => {
    const files = await readdir(join(folder, `${language}-joined`), { recursive: true });
    expect(files.filter((name) => name.endsWith('.pf_index')).length).toBeGreaterThan(3);
    expect(files.filter((name) => name.endsWith('.pf_fragment')).length).toBeLessThan(60);
    const entry = await readFile(join(folder, `${language}-joined`, 'pagefind-entry.json'), 'utf8');
    expect(JSON.parse(entry)).toMatchObject({ languages: { [language]: { page_count: SIZE[0] } } });
  });

  test('finds the same texts in the same order as an index of one run', async () => {
    // All chunks are loaded first: beginnings are looked for in those that are.
    const every = wordOfEachStart(language);
    const queries = queriesFor(language);
    const joined = (await ask(`${language}-joined`, [...every, ...queries])).slice(every.length);
    const whole = (await ask(`${language}-whole`, [...every, ...queries])).slice(every.length);
    expect(joined.filter((results) => results.length > 0).length).toBeGreaterThan(30);
    for (const [place, query] of queries.entries()) {
      expect(named(joined[place]), query).toEqual(named(whole[place]));
    }
  });

  test('leads whoever uses Pagefind’s own list of hits to the paragraph', async () => {
    const { url, paragraphs } = madeTexts(language, ...SIZE)[5] ?? { url: '', paragraphs: [] };
    for (const { id, words } of paragraphs) {
      for (const from of [0, 20]) {
        const phrase = indexedCopy(words, language)
          .split(' ')
          .slice(from, from + 4)
          .join(' ');
        expect(await placesOf(`${language}-joined`, `"${phrase}"`)).toEqual([`${url}#${id}`]);
      }
    }
  });

  test('answers words that are typed letter by letter as words that are pasted', async () => {
    // Three letters, because a chunk holds all words that begin with the same three.
    const queries = queriesFor(language).filter((query) => Array.from(query).length > 3);
    for (const query of queries.filter((_, place) => place % 5 === 0)) {
      const letters = Array.from(query);
      const typed = letters.slice(2).map((_, end) => letters.slice(0, end + 3).join(''));
      const [pasted] = await ask(`${language}-joined`, [query]);
      expect(named((await ask(`${language}-joined`, typed)).at(-1)), query).toEqual(named(pasted));
    }
  });
});

test('an index of no texts answers that nothing is found', async () => {
  expect(await ask('none-joined', ['press'])).toEqual([[]]);
});
