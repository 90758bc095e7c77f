import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { archiveOf, pairPages, readSearchGold } from './search-archive.ts';
import { NAME_PAGES, NAMES } from './searches.ts';
import { GOLD } from './shared.ts';
import { type Site, siteOf } from './site.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
});

describe('names in four languages', () => {
  let site: Site;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    site = await siteOf(await archiveOf(NAME_PAGES, { records: NAMES.entities }));
    ({ page, complaints } = await site.open(browser, 'search/'));
  });
  afterAll(async () => {
    await site.close();
  });

  test.each(Object.entries(NAMES.searches))(
    '%s finds its pages and no other',
    async (typed, ids) => {
      expect((await search(page, typed)).toSorted()).toEqual([...ids].sort());
      expect(complaints).toEqual([]);
    },
  );

  test('typed slowly or pasted, the same words find the same', async () => {
    for (const words of ['dictio', 'Taha Hussein', 'وطه حسين']) {
      const pasted = await search(page, words);
      await search(page, 'zzxqv');
      await page.locator('#q').fill('');
      await page.locator('#q').pressSequentially(words, { delay: 230 });
      await settled(page, words);
      expect(await found(page)).toEqual(pasted);
    }
  });

  test('says which words no text has', async () => {
    await search(page, 'dictionary zzxqv');
    expect(await page.locator('#search-status').innerText()).toContain('zzxqv');
    expect(await page.locator('#search-status').innerText()).not.toContain('dictionary');
    await search(page, 'night chronicle');
    expect(await page.locator('#search-status').innerText()).toBe(
      'No text has all of these words.',
    );
  });

  test('shows what was found in its own spelling, the entity first', async () => {
    await search(page, 'sharawi');
    expect(await page.locator('#search-entities .name a').innerText()).toBe('Hudā Shaʿrāwī');
    const marks = await page.locator('.results mark').allInnerTexts();
    expect(marks.toSorted()).toEqual(
      ['Hudā Shaʿrāwī', 'لشعراوي', 'هدى شعراوي', 'هدى شعراوى'].sort(),
    );
  });

  test.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand words', 'press '.repeat(2_000)],
    ['only marks', '\u064B\u0301\u05B0'.repeat(50)],
    ['only signs', '‘’ʿʾ«»"'],
    ['emoji', '😀👩‍👩‍👧 🇱🇧'],
    ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['an entity of HTML', '&lt;b&gt; &amp;'],
    ['unbalanced quotes', '"Taha “Hussein »'],
    ['controls of direction', '\u202Etaha\u202C \u2066hussein\u2069'],
    ['a broken character', 'taha\uD800'],
    ['names of properties', '__proto__ constructor toString'],
    ['signs of patterns', '(.*)+[\\p{L}]{9}$^|'],
  ])('%s is no trouble', async (_, typed) => {
    const { page: own, complaints: trouble } = await site.open(browser, 'search/');
    await search(own, typed);
    // The page’s own script has an address; one that was typed would have none.
    const injected = 'main script:not([src^="/_assets/"]), main img, main b:not(.name b)';
    expect(await own.locator(injected).count()).toBe(0);
    expect(trouble).toEqual([]);
    await own.context().close();
  });
});

describe.skipIf(GOLD === undefined)('the gold set', () => {
  test('is found in either script, and nothing else is', async () => {
    const gold = await readSearchGold(join(GOLD ?? '', '../search.json'));
    const seeds = join(GOLD ?? '', 'articles/2023/coalition-should-leave');
    const entities = { folder: join(GOLD ?? '', 'entities') };
    const site = await siteOf(await archiveOf(gold.pages, entities, seeds));
    const { page, complaints } = await site.open(browser, 'search/');
    const cells: { isCross: boolean; isFound: boolean }[] = [];
    const wrong: string[] = [];
    for (const { q, mustFind } of gold.queries) {
      const ids = await search(page, q);
      const own = /\p{Script=Arabic}/u.test(q) ? 'ar/' : 'en/';
      for (const id of mustFind) {
        cells.push({ isCross: !id.startsWith(own), isFound: ids.includes(id) });
      }
      const others = ids.filter((id) => /^(?:en|ar)\//.test(id) && !mustFind.includes(id));
      wrong.push(...others.map((id) => `${q}: ${id}`));
    }
    const cross = cells.filter(({ isCross }) => isCross);
    const rate = (some: typeof cells): number =>
      some.filter(({ isFound }) => isFound).length / some.length;
    console.log(
      `Gold set: ${String(Math.round(rate(cells) * 100))} % of ${String(cells.length)} cells, ` +
        `${String(Math.round(rate(cross) * 100))} % of ${String(cross.length)} across scripts, ` +
        `${String(wrong.length)} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(rate(cross)).toBeGreaterThanOrEqual(0.95);
    expect(rate(cells.filter(({ isCross }) => !isCross))).toBe(1);
    expect(complaints).toEqual([]);
    await site.close();
  });

  test('every pair within a script is found', async () => {
    const gold = await readSearchGold(join(GOLD ?? '', '../search.json'));
    const pairs = pairPages(gold);
    const site = await siteOf(await archiveOf(pairs, { records: {} }));
    const { page } = await site.open(browser, 'search/');
    const missed: string[] = [];
    for (const { id, typed, text } of pairs) {
      if (!(await search(page, typed)).includes(id)) missed.push(`${typed} → ${text ?? ''}`);
    }
    console.log(
      `Pairs within a script: ${String(pairs.length - missed.length)} of ${String(pairs.length)}`,
    );
    expect(missed).toEqual([]);
    await site.close();
  });
});

/** Types words at once, and gives the ids of all articles that are found, in their order. */
async function search(page: Page, words: string): Promise<string[]> {
  await page.locator('#q').fill(words);
  await page.locator('#q').press('Enter');
  await settled(page, words);
  const more = page.locator('#search-more');
  while (await more.isVisible()) {
    const before = await page.locator('.results > li').count();
    await more.click();
    await page.locator(`.results > li:nth-child(${String(before + 1)})`).waitFor();
  }
  return found(page);
}

/** Waits for the answer to some words: then the page says to which it is. */
async function settled(page: Page, words: string): Promise<void> {
  const answer = page.locator('#search-found');
  await expect
    .poll(() => answer.getAttribute('data-answers'), { timeout: 15_000 })
    .toBe(words.trim().toWellFormed());
}

async function found(page: Page): Promise<string[]> {
  const paths = await page
    .locator('.results > li > a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return paths.map((path) => path.replace(/^.*\/articles\/|\/$/g, ''));
}
