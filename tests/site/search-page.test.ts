import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { type Site, siteOf } from './site.ts';

const BASE = '/sub/';
let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    openChromium(),
    siteOf(join(import.meta.dirname, '../../content'), BASE),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a search and waits for its answer. */
async function openSearch(address: string): Promise<{ page: Page; complaints: readonly string[] }> {
  const opened = await site.open(browser, address);
  const query = new URL(opened.page.url()).searchParams.get('q') ?? '';
  await opened.page.locator(`#search-found[data-answers="${query}"]`).waitFor();
  return opened;
}

/** The text of what has the focus; “field” for the search field. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id === 'q' ? 'field' : (activeElement?.textContent ?? '');
  });
}

test('is used by keyboard alone, from any page', async () => {
  const { page, complaints } = await site.open(browser, 'articles/');
  await page.keyboard.press('/');
  await page.waitForURL('**/search/');
  await page.keyboard.press('/');
  expect(await focused(page)).toBe('field');
  await page.keyboard.type('bulaq press');
  await page.locator('#search-found[data-answers="bulaq press"]').waitFor();
  expect(new URL(page.url()).search).toBe('?q=bulaq+press');

  const links = await page.locator('#search-found a').allTextContents();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(links[0]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toBe(links[2]);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe(links[1]);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('field');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe('field');
  await page.keyboard.press('Escape');
  await page.locator('#search-found[data-answers=""]').waitFor();
  expect(await page.locator('.results > li').count()).toBe(0);

  await page.keyboard.type('Müteferrika');
  await page.locator('#search-found[data-answers="Müteferrika"]').waitFor();
  await page.locator('.passage').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/articles/**#*');
  expect(complaints).toEqual([]);
});

test('what is typed into a field is no command', async () => {
  const { page } = await openSearch('search/?q=press');
  await page.locator('#q').focus();
  await page.keyboard.type('/');
  expect(await page.locator('#q').inputValue()).toContain('/');
});

test('marks on arrival what was found, and leaves the address clean', async () => {
  for (const [query, marked] of [
    ['search/?q=bulaq', 'Būlāq'],
    [`ar/search/?q=${encodeURIComponent('بولاق')}`, 'بولاق'],
  ] as const) {
    const { page, complaints } = await openSearch(query);
    const passage = page.locator('.passage').first();
    const href = await passage.getAttribute('href');
    await passage.click();
    await page.waitForURL('**/articles/**');
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(href);
    const row = page.locator('.row:target, .row:has(:target)').first();
    const marks = await row.locator('mark').allInnerTexts();
    expect(marks.some((mark) => mark.includes(marked))).toBe(true);
    const padding = await row
      .locator('mark')
      .first()
      .evaluate((mark) => getComputedStyle(mark).padding);
    expect(padding).toBe('0px');
    expect(complaints).toEqual([]);
  }
});

test('shows the paragraph that faces a hit, each in its own direction', async () => {
  const { page } = await openSearch('search/?q=Müteferrika');
  const sides = page.locator('.passage').first().locator('.side');
  expect(
    await sides.evaluateAll((all) =>
      all.map((side) => [side.getAttribute('lang'), side.getAttribute('dir')]),
    ),
  ).toEqual([
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ]);
  expect(await page.locator('.passage').first().locator('mark').count()).toBeGreaterThan(0);
});

test('narrows, counts and orders, and all of it stands in the address', async () => {
  const { page, complaints } = await openSearch('search/?q=press');
  const all = await page.locator('#search-status').innerText();
  await page.locator('#search-filters summary').click();
  const report = page.locator('#filter-kind-report');
  await report.waitFor();
  const label = await page
    .locator('label', { has: page.locator('#filter-kind-report') })
    .innerText();
  await report.check();
  await page.waitForURL('**/search/?q=press&kind=report');
  const status = page.locator('#search-status');
  await expect
    .poll(() => status.innerText())
    .toMatch(new RegExp(`^${/\d+/.exec(label)?.[0] ?? ''} text`));
  await page.locator('#search-order').selectOption('oldest');
  await page.waitForURL('**/search/?q=press&kind=report&order=oldest');
  const narrowed = await page.locator('.results > li > a').allTextContents();
  expect(await status.innerText()).not.toBe(all);

  const { page: again } = await openSearch('search/?q=press&kind=report&order=oldest');
  expect(await again.locator('.results > li > a').allTextContents()).toEqual(narrowed);
  expect(await again.locator('#filter-kind-report').isChecked()).toBe(true);
  await again.locator('#search-clear').click();
  await again.waitForURL('**/search/?q=press&order=oldest');
  await again.goBack();
  await expect.poll(() => again.locator('#filter-kind-report').isChecked()).toBe(true);
  await again.locator('#search-from').fill('2100');
  await again.locator('#search-from').press('Tab');
  await expect.poll(() => again.locator('#search-status').innerText()).toContain('No text is left');
  expect(complaints).toEqual([]);
});

test('filters without words browse', async () => {
  const { page } = await openSearch('search/?order=oldest');
  expect(await page.locator('.passage').count()).toBeGreaterThan(0);
  const oldest = await allTitles(page);
  expect(oldest.length).toBeGreaterThan(10);
  const { page: other } = await openSearch('search/?order=newest');
  const newest = await allTitles(other);
  expect(newest.toSorted()).toEqual(oldest.toSorted());
  expect(newest[0]).not.toBe(oldest[0]);
});

/** The titles of all articles that are found, in their order. */
async function allTitles(page: Page): Promise<string[]> {
  const items = page.locator('.results > li');
  const more = page.locator('#search-more');
  while (await more.isVisible()) {
    const before = await items.count();
    await more.click();
    await items.nth(before).waitFor();
  }
  return page.locator('.results > li > a').allTextContents();
}

/** Notes what the status of a search says, one after the other, in its `data-said`. */
async function hearStatus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const status = document.getElementById('search-status');
    if (!status) return;
    new MutationObserver(() => {
      status.dataset.said = `${status.dataset.said ?? ''}${status.textContent}|`;
    }).observe(status, { childList: true });
  });
}

test('says that it searches where the files are slow to come, then its count', async () => {
  const { page } = await site.open(browser, 'ar/search/');
  await page.route('**/table.json', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await hearStatus(page);
  await page.locator('#q').fill('press');
  await page.locator('#search-found[data-answers="press"]').waitFor();
  const status = page.locator('#search-status');
  expect(await status.getAttribute('data-said')).toMatch(/^جارٍ البحث…\|عُثر على [^|]+\|$/);
});

test('says its count once, in the language of the page', async () => {
  const { page } = await site.open(browser, 'ar/search/');
  await hearStatus(page);
  await page.locator('#q').fill('press');
  await page.locator('#search-found[data-answers="press"]').waitFor();
  const status = page.locator('#search-status');
  expect(await status.innerText()).toMatch(/^عُثر على \d+ (?:نصوص|نصًا|نص)$/);
  expect((await status.getAttribute('data-said'))?.replace('جارٍ البحث…|', '')).toMatch(/^[^|]+\|$/);
});

test('has room on the narrowest screen, in either direction', async () => {
  for (const path of [
    'search/?q=press&kind=report',
    `ar/search/?q=${encodeURIComponent('مطبعة')}`,
  ]) {
    const { page } = await site.open(browser, path, { viewport: { width: 320, height: 700 } });
    await page.locator('.results > li').first().waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('loads nothing of the search before it is used, and little of our own then', async () => {
  const { page } = await site.open(browser, 'search/');
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(loaded.filter((name) => name.includes('/pagefind/'))).toEqual([]);
  const scripts = globSync('_assets/*.js', { cwd: site.out }).map((file) =>
    readFileSync(join(site.out, file)),
  );
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
  console.log(`All scripts of the site: ${String(bytes)} bytes, compressed`);
  expect(bytes).toBeLessThan(20_000);
});

test('without JavaScript it says what to do, and shows no control that would do nothing', async () => {
  const { page } = await site.open(browser, 'ar/search/', { javaScriptEnabled: false });
  const noscript = page.locator('noscript');
  expect(await noscript.innerText()).toContain('JavaScript');
  expect(await noscript.locator('a').count()).toBeGreaterThanOrEqual(2);
  expect(await page.locator('#search-filters, #search-order').locator('visible=true').count()).toBe(
    0,
  );
});

test('rows are there as data', () => {
  const file = join(site.out, 'articles/bulaq-press/rows.json');
  const rows: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(rows).toMatchObject({
    format: 1,
    id: 'bulaq-press',
    texts: [
      { id: 'ar', dir: 'rtl' },
      { id: 'en', dir: 'ltr' },
    ],
  });
  expect(rows).toHaveProperty('rows.0.cells.en.0', {
    ids: ['title'],
    kind: 'title',
    place: 0,
    words: 'The Būlāq Press: A Brief Life of Egypt’s State Printing House',
  });
});
