import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { GOLD } from './shared.ts';
import { type Site, siteOf } from './site.ts';

const ARCHIVES = [
  ['the sample archive', 'content'],
  ['the gold archive', GOLD],
] as const;

describe.each(ARCHIVES)('names in %s', (_, content) => {
  describe.skipIf(content === undefined)('built and read in a browser', () => {
    let browser: Browser;
    let site: Site;
    beforeAll(async () => {
      [browser, site] = await Promise.all([openChromium(), siteOf(content ?? '')]);
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
    });

    test('every mention leads to its paragraph, and the paragraph holds the form', async () => {
      const page = await browser.newPage();
      const wanted = new Map<string, Map<string, Set<string>>>();
      const pages = globSync('{entities/*/,ar/entities/*/,browse/entities/*/*/}index.html', {
        cwd: site.out,
      });
      for (const file of pages) {
        await page.setContent(readFileSync(join(site.out, file), 'utf8'));
        const rows = await page.locator('.passages li').evaluateAll((items) =>
          items.map((item) => ({
            href: item.querySelector('a.at')?.getAttribute('href') ?? '',
            forms: [...item.querySelectorAll('mark')].map(({ textContent }) => textContent),
          })),
        );
        for (const { href, forms } of rows) {
          const [path = '', id = ''] = href.split('#');
          const ids = wanted.get(path) ?? new Map<string, Set<string>>();
          wanted.set(path, ids);
          const some = ids.get(id) ?? new Set<string>();
          ids.set(id, some);
          for (const form of forms) some.add(form);
          expect(forms.length, `${file} ${href}`).toBeGreaterThan(0);
        }
      }
      expect(wanted.size).toBeGreaterThan(0);
      for (const [path, ids] of wanted) {
        await page.setContent(readFileSync(join(site.out, path, 'index.html'), 'utf8'));
        for (const [id, forms] of ids) {
          const words = await page.locator(`[id="${id}"]`).allInnerTexts();
          const text = words.join(' ').replaceAll(/\s+/g, ' ');
          for (const form of forms) expect(text, `${path}#${id}`).toContain(form);
        }
      }
      await page.close();
    });

    test('a text links each entity once, outside headings, code and quotations', async () => {
      const page = await browser.newPage();
      for (const file of globSync('articles/**/index.html', { cwd: site.out })) {
        if (dirname(file) === 'articles') continue;
        await page.setContent(readFileSync(join(site.out, file), 'utf8'));
        const { twice, misplaced } = await page.evaluate(() => {
          const misplaced = document.querySelectorAll(
            ':is(h1, h2, h3, h4, pre, code, blockquote, a) :is(a, span).name',
          ).length;
          const byText = new Map<string, number>();
          for (const link of document.querySelectorAll('a.name')) {
            const cells = [...(link.closest('.row')?.querySelectorAll('.cell') ?? [])];
            const cell = link.closest('.cell');
            const column = cell ? cells.indexOf(cell) : 0;
            const key = `${String(column)} ${link.getAttribute('href') ?? ''}`;
            byText.set(key, (byText.get(key) ?? 0) + 1);
          }
          return { misplaced, twice: [...byText].filter(([, count]) => count > 1) };
        });
        expect(misplaced, file).toBe(0);
        // A link of the editor’s stays one.
        expect(twice, file).toEqual([]);
      }
      await page.close();
    });

    test('nothing around a name breaks letters apart', async () => {
      const path = globSync('articles/**/index.html', { cwd: site.out }).find((file) =>
        readFileSync(join(site.out, file), 'utf8').includes('class="name" data-names'),
      );
      const { page } = await site.open(browser, `${dirname(path ?? '')}/`);
      const styles = await page.locator('.name').evaluateAll((names) =>
        names.map((name) => {
          const { padding, margin, borderWidth, display, unicodeBidi } = getComputedStyle(name);
          return [padding, margin, borderWidth, display, unicodeBidi].join(' ');
        }),
      );
      expect(new Set(styles)).toEqual(new Set(['0px 0px 0px inline normal']));
    });

    test('a card shows on focus what the link is about, and goes at Escape', async () => {
      const path = globSync('articles/**/index.html', { cwd: site.out }).find((file) =>
        readFileSync(join(site.out, file), 'utf8').includes('class="name" data-names'),
      );
      const { page, complaints } = await site.open(browser, `${dirname(path ?? '')}/`);
      const link = page.locator('a.name').first();
      await link.focus();
      const card = page.locator('.name-card');
      await card.waitFor({ state: 'visible' });
      const names = (await link.getAttribute('data-names'))?.split('\n') ?? [];
      for (const line of names) {
        expect(await card.innerText()).toContain(line.slice(line.indexOf(' ') + 1));
      }
      await page.keyboard.press('Escape');
      expect(await card.isVisible()).toBe(false);
      expect(complaints).toEqual([]);
      await page.close();
    });

    test('the card of a link beyond the window shows when the link is reached by the keyboard', async () => {
      const path = globSync('articles/**/index.html', { cwd: site.out }).find((file) =>
        readFileSync(join(site.out, file), 'utf8').includes('class="name" data-names'),
      );
      const { page } = await site.open(browser, `${dirname(path ?? '')}/`);
      await page.setViewportSize({ width: 390, height: 300 });
      const links = page.locator('a.name');
      const count = await links.count();
      const card = page.locator('.name-card');
      const every = Math.ceil(count / 12);
      for (let index = count - 1; index >= 0; index -= every) {
        await page.evaluate(() => {
          window.scrollTo(0, 0);
        });
        const link = links.nth(index);
        await link.focus();
        // The events of scrolling come with the next frames.
        await page.evaluate(
          () =>
            new Promise((resolve) => {
              requestAnimationFrame(() => setTimeout(resolve, 50));
            }),
        );
        expect(await card.isVisible(), await link.innerText()).toBe(true);
        expect(await link.getAttribute('aria-describedby')).toBe('name-card');
        const [place, bounds] = [await link.boundingBox(), await card.boundingBox()];
        const below = (bounds?.y ?? 0) - (place?.y ?? 0);
        expect(Math.abs(below), await link.innerText()).toBeLessThan(300);
      }
      await page.close();
    });

    test('the card stays while the pointer is on it, and begins with the name in the page’s language', async () => {
      const path = globSync('ar/articles/**/index.html', { cwd: site.out }).find((file) =>
        /data-names="ar [^"]*&#10;/.test(readFileSync(join(site.out, file), 'utf8')),
      );
      const { page } = await site.open(browser, `${dirname(path ?? '')}/`);
      const link = page.locator('a.name[data-names^="ar "][data-names*="\\a "]').first();
      await link.hover();
      const card = page.locator('.name-card');
      await card.waitFor({ state: 'visible' });
      expect(await card.locator('bdi').first().getAttribute('lang')).toBe('ar');
      const { x = 0, y = 0 } = (await card.boundingBox()) ?? {};
      await page.mouse.move(x + 12, y + 12, { steps: 4 });
      await page.waitForTimeout(400);
      expect(await card.isVisible()).toBe(true);
      await page.mouse.move(0, 0);
      await card.waitFor({ state: 'hidden' });
      await page.close();
    });
  });
});
