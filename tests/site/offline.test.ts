import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workplaceOf } from '#astro/workplace.ts';
import { type Serving, serve } from '#cli/serve.ts';
import { openChromium } from '../chromium.ts';
import {
  BROWSERS,
  fileAddress,
  inChromium,
  type OpenBrowser,
  type OpenedPage,
} from './folder-browsers.ts';
import { linksOfFolder } from './links.ts';
import { addTo, pairPages, readSearchGold } from './search-archive.ts';
import { NAME_PAGES, NAMES } from './searches.ts';
import { GOLD } from './shared.ts';
import { command, type Outcome } from './site.ts';

const BASE = '/sub/';
/** What no search of the lists asks for: many hits, a filter, hostile words. */
const MORE_QUERIES = ['press', 'مطبعة', 'Müteferrika', 'zzxqv press', '<b>"x', 'printing press'];

let folder: string;
let content: string;
let out: string;
let outcome: Outcome;
let queries: readonly string[];
let online: Serving;
/** The HTML of every page of the folder, by its path. */
let pages: Map<string, string>;
let files: Set<string>;

const offline = (...args: string[]): Promise<Outcome> =>
  command('offline', '--content', content, '--base', BASE, '--out', out, ...args);

// The sample archive, with the pages of all searches that have to hold, and with names that Windows
// does not take.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-offline-'));
  content = join(folder, 'content');
  out = join(folder, 'stick');
  await cp(join(import.meta.dirname, '../../content'), content, { recursive: true });
  await addTo(content, NAME_PAGES, { records: NAMES.entities });
  queries = [...Object.keys(NAMES.searches), ...MORE_QUERIES];
  if (GOLD !== undefined) {
    const gold = await readSearchGold(join(GOLD, '../search.json'));
    const pairs = pairPages(gold);
    const seeds = join(GOLD, 'articles/2023/coalition-should-leave');
    await addTo(content, [...gold.pages, ...pairs], { folder: join(GOLD, 'entities') }, seeds);
    queries = [...queries, ...gold.queries.map(({ q }) => q), ...pairs.map(({ typed }) => typed)];
  }
  await addTo(content, [AWKWARD], { records: { con: { kind: 'term', names: { en: 'Console' } } } });
  await writeFile(join(content, 'articles', AWKWARD.id, 'nul.png'), PICTURE);
  await writeFile(
    join(content, 'redirects.yaml'),
    '/2011:05/letter.html: /articles/bulaq-press/\n',
  );
  outcome = await offline();
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  files = new Set(globSync('**/*', { cwd: out }).map((file) => file.replaceAll('\\', '/')));
  pages = new Map(
    [...files]
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readFileSync(join(out, file), 'utf8')]),
  );
  online = await serve(join(workplaceOf(content, 'offline').own, 'published'), BASE, 0);
});
afterAll(async () => {
  await online.close();
  await rm(dirname(workplaceOf(content, 'offline').own), { recursive: true });
  await rm(folder, { recursive: true });
});

const AWKWARD = {
  ...{ id: 'prn/aux', lang: 'en', title: 'A title' },
  text: 'A Console stands here. ![A dot](nul.png)',
};
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('says where it is, how large, and how it is opened', async () => {
  expect(outcome.stdout).toMatch(/The archive, as of 2026-10-05, is in .*stick \(\d+\.\d MB\)/);
  expect(outcome.stdout).toContain('open index.html there with a double click');
  const words = await readFile(join(out, 'README.txt'), 'utf8');
  expect(words).toMatch(/^\uFEFFArabic in Print: A Sample Archive\r\nAs of 5 October 2026\r\n/);
  expect(words).toMatch(/\d+ files, \d+\.\d MB/);
  expect(words).toContain('open index.html in this folder with a double click');
  expect(words).toContain('العربية في عصر المطبعة');
  expect(words).toContain('https://archive.example.org/sub/');
});

test('every link and anchor leads to a file of the folder', () => {
  const { links, dead } = linksOfFolder(out);
  expect(links).toBeGreaterThan(10_000);
  expect(dead).toEqual([]);
  // No attribute of any name holds an address of a server.
  for (const [page, html] of pages) {
    expect(html, page).not.toMatch(/\s[a-z-]+="\/(?:sub\/|_assets)/);
  }
  for (const file of [...files].filter((name) => name.endsWith('.css'))) {
    for (const [, named = ''] of readFileSync(join(out, file), 'utf8').matchAll(
      /url\(([^)]*)\)/g,
    )) {
      expect(files, named).toContain(posix.join(posix.dirname(file), named));
    }
  }
});

test('permanent addresses stay whole', () => {
  const html = pages.get('articles/bulaq-press/index.html') ?? '';
  const address = 'https://archive.example.org/sub/articles/bulaq-press/';
  for (const one of ['rel="canonical" href', 'rel="cite-as" href', 'property="og:url" content']) {
    expect(html).toContain(`${one}="${address}"`);
  }
  expect(html).toContain(`"url":"${address}en/"`);
});

test('no page has a module, or anything inline', () => {
  for (const [page, html] of pages) {
    expect(html, page).toContain('<meta http-equiv="Content-Security-Policy"');
    expect(html, page).not.toMatch(/type="module"|modulepreload|<style|\sstyle="|\son\w+="/);
    expect(html, page).not.toMatch(/<script(?![^>]*\s(?:src=|type="application\/ld\+json"))/);
  }
});

test('every name is one that Windows takes, and no two differ in capital letters only', () => {
  expect(files).toContain('articles/prn_/aux_/index.html');
  expect(files).toContain('articles/prn_/aux_/nul_.png');
  expect(files).toContain('entities/con_/index.html');
  expect(files).toContain('2011_3a_05/letter.html');
  for (const file of files) {
    expect(file).not.toMatch(
      /[<>:"|?*\\]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)/i,
    );
  }
  expect(new Set([...files].map((file) => file.toLowerCase())).size).toBe(files.size);
});

test('what only a server or nobody reads is left out, and nothing is carried twice', () => {
  for (const file of files) {
    expect(file).not.toMatch(/^(?:404\.html|robots\.txt|_redirects|hosting)|\.pf_\w+$|fragment/);
  }
  expect([...files].filter((file) => file.includes('pagefind-worker'))).toHaveLength(1);
});

/** What each search shows over HTTP. */
const answers = new Map<string, Shown>();
test('over HTTP, all is found that is to be found', async () => {
  const chromium = await inChromium();
  const page = await chromium.open(`${online.url}search/`);
  for (const words of queries) answers.set(words, await answerTo(page, words));
  const hits = [...answers.values()].reduce((sum, answer) => sum + answer.hits.length, 0);
  expect(hits).toBeGreaterThan(queries.length);
  expect(page.complaints).toEqual([]);
  await chromium.close();
});

const firefox = BROWSERS.find(({ name }) => name === 'Firefox');
test.skipIf(firefox === undefined)('over HTTP, Firefox finds the same', async () => {
  const browser = await firefox?.launch();
  const page = await browser?.open(`${online.url}search/`);
  if (!browser || !page) return;
  for (const words of queries) {
    expect(await answerTo(page, words), words).toEqual(answers.get(words));
  }
  expect(page.complaints).toEqual([]);
  await browser.close();
});

describe.each(BROWSERS)('opened by a double click in $name', ({ launch }) => {
  let browser: OpenBrowser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });
  const open = (file: string): Promise<OpenedPage> => browser.open(fileAddress(out, file));

  test('finds the same in the same order as over HTTP', async () => {
    const page = await open('search/index.html');
    for (const words of queries) {
      expect(await answerTo(page, words), words).toEqual(answers.get(words));
    }
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('is read: letters, pictures, parallel texts, and the way to the other language', async () => {
    const page = await open('articles/early-presses/index.html');
    await page.until(`document.fonts.check('16px "Noto Naskh Arabic Variable"', 'مطبعة')`);
    expect(
      await page.evaluate(
        `[...document.images].length > 0 && [...document.images].every((one) => one.naturalWidth > 0)`,
      ),
    ).toBe(true);
    await page.evaluate(`document.querySelector('.languages a[lang=ar]').click()`);
    await page.until(`location.pathname.endsWith('/ar/articles/early-presses/index.html')`);
    await page.until(`document.documentElement.lang === 'ar'`);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('the key of the search, its form, a hit, and what was found is marked there', async () => {
    const page = await open('ar/articles/bulaq-press/index.html');
    await page.keyboard.press('/');
    await page.until(`location.pathname.endsWith('/ar/search/index.html')`);
    await page.until(`document.readyState === 'complete'`);
    await page.keyboard.press('/');
    await page.keyboard.type('bulaq');
    await page.keyboard.press('Enter');
    await page.until(`document.getElementById('search-found').dataset.answers === 'bulaq'`);
    expect(await page.evaluate('location.href')).toMatch(/search\/index\.html\?q=bulaq$/);
    await page.evaluate(`document.querySelector('.passage').click()`);
    await page.until(
      `location.pathname.includes('/ar/articles/') && document.querySelector('mark') !== null`,
    );
    expect(await page.evaluate('location.href')).toMatch(/index\.html#\w+$/);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('a search is an address, and filters and order stand in it', async () => {
    const page = await open('search/index.html');
    await page.goto(`${fileAddress(out, 'search/index.html')}?q=press&kind=report&order=oldest`);
    await page.until(`document.querySelector('#filter-kind-report')?.checked === true`);
    await page.evaluate(`document.getElementById('search-clear').click()`);
    await page.until(`location.search === '?q=press&order=oldest'`);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('paragraphs are cited and copied, cards show, wrong anchors are told', async () => {
    const page = await open('articles/bulaq-press/index.html');
    await page.evaluate(`document.querySelector('.cell[lang=en] a.ordinal').click()`);
    await page.until(`document.querySelector('.cell[lang=en] .cite-this') !== null`);
    await page.evaluate(`document.querySelector('.cell[lang=en] .cite-this').click()`);
    await page.until(`location.pathname.endsWith('/articles/bulaq-press/cite/index.html')`);
    await page.until(
      `[...document.querySelectorAll('#text-en .citation')].some((one) => /#\\w{5}/.test(one.textContent))`,
    );
    await page.evaluate(`document.querySelector('#text-en .copy').click()`);
    await page.until(`document.querySelector('#text-en .copy').textContent === 'Copied'`);
    await page.goto(`${fileAddress(out, 'articles/bulaq-press/index.html')}#zzzzz`);
    await page.until(`document.querySelector('#hash-notice').textContent.includes('zzzzz')`);
    await page.evaluate(
      `document.querySelector('a.name[data-names]').dispatchEvent(new FocusEvent('focusin', { bubbles: true }))`,
    );
    await page.until(`document.getElementById('name-card')?.hidden === false`);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('a former address leads on, and names that Windows forbids are reached', async () => {
    const page = await open('2011_3a_05/letter.html');
    await page.until(`location.pathname.endsWith('/articles/bulaq-press/index.html')`);
    await page.goto(`${fileAddress(out, 'search/index.html')}?q=console`);
    await page.until(`document.querySelectorAll('.results > li > a').length > 0`);
    await page.evaluate(`document.querySelector('.results > li > a').click()`);
    await page.until(`location.pathname.endsWith('/articles/prn_/aux_/index.html')`);
    await page.until(`document.images[0]?.naturalWidth === 1`);
    expect(page.complaints).toEqual([]);
    await page.close();
  });
});

/** What the page of a search shows, with addresses as the site has them. */
interface Shown {
  readonly status: string;
  readonly words: string;
  readonly hits: readonly string[];
}

/** Asks for words, and for all that is found. */
async function answerTo(page: OpenedPage, words: string): Promise<Shown> {
  const shown = await page.evaluate(`(async () => {
    const found = document.getElementById('search-found');
    // Where a page lies in the background, timers are slow.
    const until = (isSo) => new Promise((resolve) => {
      if (isSo()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(found, { subtree: true, childList: true, attributes: true });
    });
    const field = document.getElementById('q');
    field.value = ${JSON.stringify(words)};
    field.form.requestSubmit();
    await until(() => found.dataset.answers === field.value.trim());
    const more = document.getElementById('search-more');
    const items = () => document.querySelectorAll('.results > li').length;
    while (!more.hidden) {
      const before = items();
      more.click();
      await until(() => items() > before);
    }
    const base = new URL(document.body.dataset.base.replace(/index\\.html$/, ''), location.href).href;
    const hits = [...found.querySelectorAll('a')].map(({ href }) =>
      href.slice(base.length).replace('index.html', ''));
    return JSON.stringify({
      status: document.getElementById('search-status').textContent,
      words: found.textContent,
      hits: hits.filter((hit) => !hit.includes('?')),
    });
  })()`);
  const answer: unknown = JSON.parse(String(shown));
  if (isShown(answer)) return answer;
  throw new Error(`The search for ${words} shows nothing.`);
}

function isShown(value: unknown): value is Shown {
  return typeof value === 'object' && value !== null && 'hits' in value && 'words' in value;
}

test('without JavaScript the pages are read as well, and the search says what to do', async () => {
  const browser = await openChromium();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(fileAddress(out, 'index.html'));
  await page.locator('a[rel=search]').click();
  expect(await page.locator('noscript').innerText()).toContain('JavaScript');
  await page.locator('noscript a').first().click();
  await page.waitForURL('**/articles/index.html');
  await page.locator('main a[href*="bulaq-press"]').first().click();
  expect(await page.locator('.row .cell[lang]').count()).toBeGreaterThan(10);
  await browser.close();
});

test('made again, in whatever time zone, the folder and the zip have the same bytes', async () => {
  const zip = await readFile(`${out}.zip`);
  const former = process.env.TZ;
  process.env.TZ = 'Asia/Tehran';
  const again = await offline();
  if (former === undefined) delete process.env.TZ;
  else process.env.TZ = former;
  expect(again).toMatchObject({ status: 0 });
  expect(zip.equals(await readFile(`${out}.zip`))).toBe(true);
  for (const [page, html] of pages) expect(readFileSync(join(out, page), 'utf8')).toBe(html);
});

test('what is not ours is not replaced, and an archive with errors leaves nothing behind', async () => {
  const own = join(folder, 'own');
  await mkdir(own);
  await writeFile(join(own, 'letter.txt'), 'mine');
  const refused = await offline('--out', own);
  expect(refused).toMatchObject({ status: 1 });
  expect(refused.stderr).toContain('letter.txt');
  await writeFile(join(folder, 'other.zip'), 'mine');
  const refusedZip = await offline('--out', join(folder, 'other'));
  expect(refusedZip).toMatchObject({ status: 1 });
  expect(refusedZip.stderr).toContain('other.zip is not a zip that Diptych wrote');
  const before = (await readdir(folder)).sort();
  await writeFile(join(content, 'articles/prn/aux/en.md'), 'no record');
  const broken = await offline('--out', join(folder, 'third'));
  expect(broken).toMatchObject({ status: 1 });
  expect(broken.stderr).toContain('(no-front-matter)');
  expect((await readdir(folder)).sort()).toEqual(before);
  expect(existsSync(join(folder, 'own/letter.txt'))).toBe(true);
});
