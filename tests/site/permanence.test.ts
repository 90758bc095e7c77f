import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { linksOfFolder, linksOfSite, unansweredPermalinks } from './links.ts';
import { command, type Outcome, type Site, siteOf } from './site.ts';

let folder = '';
let content = '';
let browser: Browser;
let site: Site;

const at = (...path: string[]): string => join(content, ...path);
const run = (name: string, ...args: string[]): Promise<Outcome> =>
  command(name, ...args, '--content', content);
const edit = (file: string, change: (words: string) => string): void => {
  writeFileSync(at(file), change(readFileSync(at(file), 'utf8')));
};

/** The paragraphs of a text with one id, as [line, id]. */
const markers = (file: string): string[] =>
  [...readFileSync(at(file), 'utf8').matchAll(/^[^#|\n-].* \{#([0-9a-z]{5})\}$/gm)].map(
    ([, id = '']) => id,
  );

let [reworded, withdrawn, renamed] = ['', '', ''];

// An archive is sealed, edited, sealed again, and edited once more.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-permanence-'));
  content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../../content'), content, { recursive: true });
  [reworded = '', withdrawn = ''] = markers('articles/bulaq-press/en.md');
  [renamed = ''] = markers('articles/type/linotype/en.md');
  const outcomes = [
    await run('seal', '--date', '2026-01-02'),
    await run('move', '/articles/bulaq-press/', '/articles/egypt/press/'),
    await run('retire', `/articles/egypt/press/en/#${withdrawn}`, '--why', 'copyright'),
    await run('retire', '/articles/american-press/', '--why', 'privacy', '--erase'),
    await run('move', '/articles/type/linotype/en/', '/articles/type/linotype/en-1890/'),
    await run('retire', '/articles/type/compositors-case/en/', '--why', 'error'),
  ];
  edit('articles/type/linotype/en-1890.md', (words) =>
    words.replace(` {#${renamed}}`, ` So it is said. {#${renamed}}`),
  );
  edit('articles/egypt/press/en.md', (words) =>
    words.replace(` {#${reworded}}`, ` So it is said. {#${reworded}}`),
  );
  edit('redirects.yaml', (words) => `${words}/2011/05/post.html: /articles/egypt/press/\n`);
  outcomes.push(await run('seal', '--date', '2026-03-04'));
  for (const { status, stdout, stderr } of outcomes) expect(status, stdout + stderr).toBe(0);
  [browser, site] = await Promise.all([openChromium(), siteOf(content, '/sub/')]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

test('an edition that would be the same is not made, and none of an earlier day', async () => {
  const again = await run('seal', '--date', '2026-03-05');
  expect(again).toMatchObject({ status: 0 });
  expect(again.stdout).toContain('Nothing has changed since edition 2 (2026-03-04)');
  expect(existsSync(at('history/editions/3.txt'))).toBe(false);
  expect(await run('seal', '--date', '2026-01-01')).toMatchObject({ status: 1 });
});

test('a move that would take an address away is refused, and nothing is changed', async () => {
  const before = readFileSync(at('redirects.yaml'), 'utf8');
  const { status, stderr } = await run('move', '/entities/cairo/', '/entities/bulaq/');
  expect(status).toBe(1);
  expect(stderr).toContain('Nothing was changed.');
  const retired = await run('retire', '/entities/cairo/', '--why', 'owner');
  expect(retired.status).toBe(1);
  expect(retired.stderr).toContain('(unknown-entity)');
  expect(readFileSync(at('redirects.yaml'), 'utf8')).toBe(before);
  expect(existsSync(at('entities/cairo.md'))).toBe(true);
});

test('without JavaScript a former address shows the way; with it the paragraph is found', async () => {
  const still = await site.open(browser, 'articles/bulaq-press/', { javaScriptEnabled: false });
  expect(await still.page.locator('main a').first().getAttribute('href')).toBe(
    '/sub/articles/egypt/press/',
  );
  expect(await still.page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
    /\/sub\/articles\/egypt\/press\/$/,
  );
  const { page } = await site.open(browser, `articles/bulaq-press/#${reworded}`);
  await page.waitForURL(`**/sub/articles/egypt/press/#${reworded}`);
  const arabic = await site.open(browser, 'ar/articles/bulaq-press/');
  await arabic.page.waitForURL('**/sub/ar/articles/egypt/press/');
  const text = await site.open(browser, `articles/bulaq-press/en/#${reworded}`);
  await text.page.waitForURL(`**/sub/articles/egypt/press/en/#${reworded}`);
  const foreign = await site.open(browser, '2011/05/post.html');
  await foreign.page.waitForURL('**/sub/articles/egypt/press/');
});

test('a page of citations leads on with the paragraph that was chosen, and says where it is gone', async () => {
  const from = `ar/articles/bulaq-press/cite/?p=${reworded}#text-en`;
  const { page } = await site.open(browser, from);
  await page.waitForURL(`**/sub/ar/articles/egypt/press/cite/?p=${reworded}#text-en`);
  expect(await page.locator('#text-en select').inputValue()).toBe(reworded);
  const still = await site.open(browser, 'articles/bulaq-press/cite/', {
    javaScriptEnabled: false,
  });
  expect(await still.page.locator('main a').first().getAttribute('href')).toBe(
    '/sub/articles/egypt/press/cite/',
  );
  const gone = await site.open(browser, 'articles/american-press/cite/');
  expect(await gone.page.locator('main').textContent()).toContain('The privacy of a person');
});

test('the history of a text that moved leads to where it is now, and that of a withdrawn one says so', async () => {
  const from = `articles/bulaq-press/en/history/#${reworded}`;
  const { page } = await site.open(browser, from);
  await page.waitForURL(`**/sub/articles/egypt/press/en/history/#${reworded}`);
  const still = await site.open(browser, 'articles/type/linotype/en/history/', {
    javaScriptEnabled: false,
  });
  const link = still.page.locator('main a').first();
  expect(await link.getAttribute('href')).toBe('/sub/articles/type/linotype/en-1890/history/');
  expect(await link.textContent()).toMatch(/^History of this text: “?./);
  const gone = await site.open(browser, 'articles/american-press/en/history/');
  const words = await gone.page.locator('main').textContent();
  expect(words).toContain('The history of a text');
  expect(words).toContain('The privacy of a person');
});

test('a text is found on the page of citations under the id that it had, with its paragraph', async () => {
  const from = `ar/articles/type/linotype/cite/?p=${renamed}#text-en`;
  const { page } = await site.open(browser, from);
  await page.waitForURL(`**/sub/ar/articles/type/linotype/cite/?p=${renamed}#text-en-1890`);
  expect(await page.locator('#text-en-1890 select').inputValue()).toBe(renamed);
  const still = await site.open(browser, 'articles/type/linotype/cite/#text-en', {
    javaScriptEnabled: false,
  });
  expect(await still.page.locator('li:target a').getAttribute('href')).toBe(
    '/sub/articles/type/linotype/cite/#text-en-1890',
  );
  const gone = await site.open(browser, 'articles/type/compositors-case/cite/#text-en');
  expect(await gone.page.locator('li:target').textContent()).toContain('It was published in error');
  expect(await gone.page.locator('#hash-notice').textContent()).toBe('');
});

test('what machines read of a text names the edition that holds it, and feeds are of its day', () => {
  const ris = readFileSync(join(site.out, 'articles/egypt/press/en.ris'), 'utf8');
  expect(ris).toMatch(/^M2  - Edition 2 of the archive, 4 March 2026$/m);
  expect(ris).toMatch(/^N1  - .*Edition 2 of the archive, 4 March 2026\.$/m);
  const head = readFileSync(join(site.out, 'articles/egypt/press/en/index.html'), 'utf8');
  expect(head).toMatch(/<meta name="z:extra" content="[^"]*Edition 2 of the archive, 4 March 2026/);
  const cite = readFileSync(join(site.out, 'ar/articles/egypt/press/cite/index.html'), 'utf8');
  expect(cite).toMatch(/<dt>الإصدار<\/dt>(?:<dd>[^<]*<\/dd>)*<dd>الإصدار 2 من الأرشيف، 4 /);
  const feed = readFileSync(join(site.out, 'feed.atom'), 'utf8');
  expect(/<updated>(.*?)</.exec(feed)?.[1]).toBe('2026-03-04T00:00:00Z');
  const [archive = ''] = readFileSync(join(site.out, 'archive.jsonl'), 'utf8').split('\n');
  expect(JSON.parse(archive)).toMatchObject({
    updated: '2026-03-04T00:00:00Z',
    edition: { number: 2, date: '2026-03-04' },
  });
});

test('what was withdrawn says so, and a paragraph that was is found by its id', async () => {
  const { page } = await site.open(browser, 'articles/american-press/en/');
  expect(await page.locator('main').textContent()).toContain('The privacy of a person');
  const article = await site.open(browser, 'articles/american-press/');
  const words = await article.page.locator('main').innerText();
  expect(words.match(/The privacy of a person/g)).toHaveLength(1);
  const text = await site.open(browser, `articles/egypt/press/en/#${withdrawn}`);
  expect(await text.page.locator('li:target').textContent()).toContain('A claim of copyright');
  expect(await text.page.locator('#hash-notice').textContent()).toBe('');
});

test('an id that the page does not have is announced, with the one that was meant', async () => {
  const wrong = reworded.slice(0, 4) + (reworded.endsWith('z') ? 'x' : 'z');
  const { page } = await site.open(browser, `articles/egypt/press/#${wrong}`);
  const notice = page.getByRole('status');
  expect(await notice.textContent()).toContain('looks mistyped');
  await notice.getByRole('link').click();
  expect(page.url()).toMatch(new RegExp(`#${reworded}$`));
  expect(await notice.textContent()).toBe('');
  const arabic = await site.open(browser, 'ar/articles/egypt/press/#nowhere-at-all');
  expect(await arabic.page.getByRole('status').textContent()).toContain('«nowhere-at-all»');
});

test('a paragraph says that its words have changed, and its history has the former ones', async () => {
  const { page } = await site.open(browser, `articles/egypt/press/en/`);
  const note = page.locator(`[id="${reworded}"] .changed a`);
  expect(await note.textContent()).toContain('Changed in edition 2, 4 March 2026');
  await note.click();
  expect(page.url()).toMatch(new RegExp(`/history/#${reworded}$`));
  expect(await page.locator(`[id="${reworded}"] ins`).textContent()).toBe('So it is said.');
  // What was withdrawn is not read there either.
  const history = readFileSync(at('history/articles/egypt/press/en.txt'), 'utf8');
  const former = new RegExp(`^${withdrawn} 1 "(.{40})`, 'm').exec(history)?.[1] ?? '';
  expect(former).not.toBe('');
  expect(await page.content()).not.toContain(former);
});

test('what was withdrawn is in no feed, no sitemap and no dump', () => {
  const machines = globSync('**/*.{atom,xml,jsonl,jsonld}', { cwd: site.out });
  expect(machines.length).toBeGreaterThan(50);
  for (const file of machines) {
    expect(readFileSync(join(site.out, file), 'utf8'), file).not.toContain('american-press');
  }
});

test('the edition stands on every page, and hosts get their rules', () => {
  for (const path of ['index.html', '404.html', 'ar/search/index.html']) {
    expect(readFileSync(join(site.out, path), 'utf8')).toContain('class="edition"');
  }
  expect(readFileSync(join(site.out, '_redirects'), 'utf8')).toContain(
    '/sub/ar/articles/bulaq-press/ /sub/ar/articles/egypt/press/ 301\n',
  );
  const rules = readFileSync(join(site.out, '_redirects'), 'utf8');
  const targets = [...rules.matchAll(/^\/\S+ (\S+) 301$/gm)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(4);
  for (const target of targets) {
    const [address = '', anchor] = target.replace('/sub/', '').split('#');
    const file = address.replace(/\/$/, '/index.html');
    const content = readFileSync(join(site.out, file), 'utf8');
    expect(content, target).toContain(anchor === undefined ? '' : ` id="${anchor}"`);
  }
  expect(readFileSync(join(site.out, 'hosting/nginx.conf.example'), 'utf8')).toContain(
    'location = /sub/articles/american-press/ {',
  );
  for (const file of ['cite/', 'rows.json', 'en.ris', 'ar.csl.json', 'en/history/']) {
    const [from, to] = [`/sub/articles/bulaq-press/${file}`, `/sub/articles/egypt/press/${file}`];
    expect(rules).toContain(`${from} ${to} 301\n`);
    expect(existsSync(join(site.out, to.replace('/sub/', '')))).toBe(true);
  }
  expect(rules).not.toContain('/sub/ar/articles/bulaq-press/rows.json');
  expect(readFileSync(join(site.out, 'hosting/nginx.conf.example'), 'utf8')).toContain(
    'location = /sub/articles/american-press/en.bib { error_page 410 /sub/articles/american-press/en/index.html; return 410; }',
  );
  expect(existsSync(join(site.out, '.nojekyll'))).toBe(true);
  expect(readFileSync(join(site.out, 'editions/2.txt'), 'utf8')).toBe(
    readFileSync(at('history/editions/2.txt'), 'utf8'),
  );
});

test('every link leads somewhere, and every registered address answers: on the site and without a server', async () => {
  const { links, dead } = linksOfSite(site.out, '/sub/', 'https://archive.example.org');
  expect(links).toBeGreaterThan(20_000);
  expect(dead).toEqual([]);
  const register = readFileSync(at('permalinks.txt'), 'utf8');
  expect(register.split('\n').length).toBeGreaterThan(100);
  expect(unansweredPermalinks(site.out, '/sub/', register)).toEqual([]);
  const bundle = join(folder, 'stick');
  const { status, stderr } = await run('offline', '--base', '/sub/', '--out', bundle);
  expect(status, stderr).toBe(0);
  const offline = linksOfFolder(bundle);
  expect(offline.links).toBeGreaterThan(10_000);
  expect(offline.dead).toEqual([]);
  for (const page of [
    'articles/type/linotype/en/history',
    'editions',
    'articles/bulaq-press/cite',
  ]) {
    expect(existsSync(join(bundle, page, 'index.html')), page).toBe(true);
  }
});

test('the pages of permanence have no fault that axe knows, in either language', async () => {
  const faults: string[] = [];
  for (const path of [
    ...['editions/', 'ar/editions/', 'articles/american-press/', 'ar/articles/american-press/'],
    ...['articles/egypt/press/en/history/', 'articles/egypt/press/en/', 'articles/egypt/press/'],
    ...['articles/type/linotype/cite/', 'ar/articles/type/compositors-case/cite/'],
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await site.open(browser, path, { colorScheme, bypassCSP: true });
      await page.evaluate(AxeBuilder.source);
      const violations = await page.evaluate<string[]>(`axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(' ')))`);
      faults.push(...violations.map((fault) => `${path} ${colorScheme} ${fault}`), ...complaints);
      await page.context().close();
    }
  }
  expect(faults).toEqual([]);
});
