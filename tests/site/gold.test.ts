import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { GOLD } from './shared.ts';
import { type Site, siteOf } from './site.ts';

const ARTICLE = 'articles/2023/coalition-should-leave/';

describe.skipIf(GOLD === undefined)('the gold archive, built and read in a browser', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([openChromium(), siteOf(GOLD ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('shows three texts in rows, the second story apart, the caption one-sided', async () => {
    const { page, complaints } = await site.open(browser, ARTICLE);
    const rows = await page
      .locator('.rows > .row[id]')
      .evaluateAll((elements) =>
        elements.map((row) => ({ id: row.id, texts: row.querySelectorAll('.cell[lang]').length })),
      );
    const body = rows.filter(({ id }) => id !== 'title' && id !== 'lede');
    expect(rows.slice(0, 2)).toEqual([
      { id: 'title', texts: 3 },
      { id: 'lede', texts: 3 },
    ]);
    expect(body.filter(({ texts }) => texts === 3)).toHaveLength(10);
    expect(body.filter(({ texts }) => texts === 2).map(({ id }) => id)).toEqual(['17234', '5zs55']);
    expect(body.filter(({ texts }) => texts === 1).map(({ id }) => id)).toEqual([
      'mmzrs',
      '7n6q2',
      's1m34',
    ]);
    expect(
      await page.locator('.second-story [id]').evaluateAll((all) => all.map(({ id }) => id)),
    ).toEqual(['5vt4x', 'mdrm6', 'phh3p', 'k2768', 'n7fmz']);
    expect(complaints).toEqual([]);
  });

  test('has every id once, on either page', async () => {
    for (const path of [ARTICLE, `ar/${ARTICLE}`, `${ARTICLE}ar/`, `${ARTICLE}en-outlet/`]) {
      const { page } = await site.open(browser, path);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids, path).toHaveLength(new Set(ids).size);
    }
  });

  test('sets language and direction of the page and of every text', async () => {
    for (const [path, lang, dir] of [
      [ARTICLE, 'en', 'ltr'],
      [`ar/${ARTICLE}`, 'ar', 'rtl'],
      [`${ARTICLE}ar/`, 'ar', 'rtl'],
      [`${ARTICLE}en/`, 'en', 'ltr'],
    ] as const) {
      const { page } = await site.open(browser, path);
      const html = page.locator('html');
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')], path).toEqual([
        lang,
        dir,
      ]);
      const texts = await page
        .locator('.row .cell[lang]')
        .evaluateAll((cells) =>
          cells.map(
            (cell) => `${cell.getAttribute('lang') ?? ''} ${cell.getAttribute('dir') ?? ''}`,
          ),
        );
      expect([...new Set(texts)].sort()).toEqual(
        path.endsWith('leave/') ? ['ar rtl', 'en ltr'] : [],
      );
    }
  });

  test('stands side by side where there is room, below each other where there is none', async () => {
    for (const [width, columns] of [
      [360, 1],
      [700, 1],
      [900, 3],
      [1600, 3],
    ] as const) {
      const { page } = await site.open(browser, ARTICLE, { viewport: { width, height: 900 } });
      const lefts = await page
        .locator('#nhjg8 > .cell')
        .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
      expect(new Set(lefts).size, String(width)).toBe(columns);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, String(width)).toBeLessThanOrEqual(0);
    }
  });

  test('the original stands first in the reading direction of the page', async () => {
    const firstIsLeft = async (path: string): Promise<boolean> => {
      const { page } = await site.open(browser, path, { viewport: { width: 1400, height: 900 } });
      const [original = 0, other = 0] = await page
        .locator('#nhjg8 > .cell')
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left));
      return original < other;
    };
    expect(await firstIsLeft(ARTICLE)).toBe(true);
    expect(await firstIsLeft(`ar/${ARTICLE}`)).toBe(false);
  });

  test('what the editor supplied stands in brackets, with its reason', async () => {
    const { page } = await site.open(browser, ARTICLE);
    expect(await page.locator('h1 .cell').allInnerTexts()).toEqual([
      expect.not.stringMatching(/^\[/),
      expect.stringMatching(/^\[.*\]$/),
      expect.not.stringMatching(/^\[/),
    ]);
    const record = await page.locator('.record').innerText();
    expect(record).toContain('[30 October 2023]');
    expect(record).toContain('the weekday and the outlet');
  });

  test('is read without JavaScript', async () => {
    const { page } = await site.open(browser, ARTICLE, { javaScriptEnabled: false });
    expect(await page.locator('.row .cell[lang]').count()).toBeGreaterThan(30);
    await page.locator('#nhjg8 .ordinal').first().click();
    expect(page.url()).toMatch(/#nhjg8$/);
    const { page: search } = await site.open(browser, 'search/', { javaScriptEnabled: false });
    await expect(search.locator('noscript').innerText()).resolves.toContain('JavaScript');
  });

  test('finds paragraphs in both languages, whatever the interface language', async () => {
    for (const path of ['search/', 'ar/search/']) {
      for (const [words, id, marked] of [
        ['procrastination', '3nbtr', 'procrastination'],
        ['صواريخ', 'mwcp9', 'صواريخ'],
      ] as const) {
        const { page, complaints } = await site.open(
          browser,
          `${path}?q=${encodeURIComponent(words)}`,
        );
        const hit = page.locator('.results li li a').first();
        await hit.waitFor();
        expect(await page.locator('.results > li').count()).toBe(1);
        expect(await hit.getAttribute('href')).toMatch(new RegExp(`${ARTICLE}#${id}$`));
        expect(await hit.locator('mark').allInnerTexts()).toContainEqual(
          expect.stringContaining(marked),
        );
        await hit.click();
        await page.waitForURL(`**/*#${id}`);
        expect(await page.locator(`[id="${id}"]`).innerText()).toContain(words);
        expect(complaints).toEqual([]);
      }
    }
  });

  test('says so when nothing is found, and reads no query as HTML', async () => {
    const { page, complaints } = await site.open(
      browser,
      `search/?q=${encodeURIComponent('<img-zzqqx>')}`,
    );
    await page.getByText('No text has').first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('names lead to pages with their names, what they said and where they are named', async () => {
    const { page, complaints } = await site.open(browser, ARTICLE);
    await page.locator('.above a').first().click();
    await page.waitForURL('**/entities/hadi-al-amiri/');
    expect(await page.locator('h1').innerText()).toBe('Hādī al-‘Āmirī');
    expect(await page.locator('.other-names bdi[lang=ar][dir=rtl]').innerText()).toBe(
      'هادي العامري',
    );
    expect(await page.locator('.entity-articles li').count()).toBe(1);
    expect(await page.locator('.passages').count()).toBe(1);
    // Fifteen that were marked by hand, and one in the title that the editor supplied.
    expect(await page.locator('.passages mark').count()).toBe(16);
    expect(complaints).toEqual([]);
  });
});
