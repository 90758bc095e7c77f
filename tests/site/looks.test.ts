import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { typicalPages } from '../../scripts/page-types.ts';
import { BROWSERS, type TestBrowser } from './both-browsers.ts';
import { type Site, siteOf } from './site.ts';

let site: Site;
let chromium: Browser;
beforeAll(async () => {
  [chromium, site] = await Promise.all([
    openChromium(),
    siteOf(join(import.meta.dirname, '../../content')),
  ]);
});
afterAll(async () => {
  await chromium.close();
  await site.close();
});

/** A page of every type, in every interface language that it has; some stand for two types. */
function everyType(): string[] {
  const pages = typicalPages(site.out, ['ar']).flatMap(({ path, isOnce }) =>
    isOnce ? [path] : [path, `ar/${path}`],
  );
  return [...new Set(pages)];
}

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // HTML lets an id begin with a digit, and ours are minted.
      'valid-id': ['error', { relaxed: true }],
      // A title begins with who said it, whatever its length.
      'long-title': 'off',
    },
  });
  const known = await validator.validateString('<p class="a a"><div></div></p>');
  expect(known.errorCount).toBeGreaterThan(1);
  const pages = globSync('**/*.html', { cwd: site.out }).sort();
  const faults: string[] = [];
  for (const page of pages) {
    const { results } = await validator.validateString(
      readFileSync(join(site.out, page), 'utf8'),
      page,
    );
    for (const { messages } of results) {
      faults.push(
        ...messages.map(
          ({ ruleId, message, selector }) => `${page} ${ruleId}: ${message} ${selector ?? ''}`,
        ),
      );
    }
  }
  console.log(`${String(pages.length)} pages were read by the HTML validator.`);
  expect(faults).toEqual([]);
});

/** What DESIGN says of Arabic letters, asked of every piece of text of a page that holds some. */
const FAULTS_OF_ARABIC = `(() => {
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!/\\p{Script=Arabic}/u.test(node.data) || !element.checkVisibility() || element.closest('script, code')) continue;
    const style = getComputedStyle(element);
    const lines = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
    const say = (fault) => faults.add(fault + ': ' + element.tagName + '.' + element.className + ' ' + node.data.trim().slice(0, 40));
    if (style.letterSpacing !== 'normal') say('spaced');
    if (style.fontStyle !== 'normal') say('slanted');
    if (style.fontSynthesis !== 'none') say('synthesised');
    if (!(lines >= 1.795 && lines <= 2.005)) say('lines of ' + lines.toFixed(2));
    if (!element.closest('[lang]')?.getAttribute('lang').match(/^(ar|fa)(?!-Latn)/)) say('no language');
    if (getComputedStyle(element).direction !== 'rtl') say('no direction');
    const line = element.closest('a');
    const link = line && getComputedStyle(line).textDecorationLine.includes('underline') ? line : null;
    const offset = link && parseFloat(getComputedStyle(link).textUnderlineOffset) / parseFloat(getComputedStyle(link).fontSize);
    if (link && !(offset >= 0.25)) say('underlined at ' + offset);
  }
  return [...faults];
})()`;

/** What changes with colours and width; the other rules of axe see the same in every look. */
const RULES_OF_LOOKS = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

/** As words, because the page’s own `axe` has no type here. */
function violations(options: object): string {
  return `axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join(' ')))`;
}

describe.each(['', 'ar/'])('a page of every type, below /%s', (language) => {
  test('has no fault: for axe, in Arabic letters, in its width, light and dark', async () => {
    const faults: string[] = [];
    const paths = everyType().filter((path) => path.startsWith('ar/') === (language === 'ar/'));
    for (const path of paths) {
      const { page, complaints } = await site.open(chromium, path, {
        viewport: { width: 1280, height: 900 },
        bypassCSP: true,
      });
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(violations({}));
      found.push(...(await page.evaluate<string[]>(FAULTS_OF_ARABIC)));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 360, height: 900 });
      found.push(...(await page.evaluate<string[]>(violations({ runOnly: RULES_OF_LOOKS }))));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`is ${String(overflow)} pixels too wide`);
      faults.push(...found.map((fault) => `${path} ${fault}`), ...complaints);
      await page.context().close();
    }
    console.log(`${String(paths.length)} pages were looked at, light and dark, wide and narrow.`);
    expect(faults).toEqual([]);
  });
});

/** The size of a title and of the lines below it, by language, on a page of one text or of several. */
const SIZES = `(() => {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const titles = [...document.querySelectorAll('.titles > .cell[lang], .one-text > h1')];
  return titles.map((title) => {
    const lines = [...document.querySelectorAll('.row:not(.titles) > .cell[lang], .one-text > div[lang]')]
      .find(({ lang }) => lang === title.lang);
    return [title.lang.split('-')[0], size(title), size(lines)].join(' ');
  });
})()`;

async function sizesOf(path: string, width: number): Promise<string[]> {
  const { page } = await site.open(chromium, path, { viewport: { width, height: 900 } });
  const sizes = await page.evaluate<string[]>(SIZES);
  await page.context().close();
  return sizes;
}

test('the title of a text alone has the weight of a title in every script', async () => {
  const alone = new Map<string, string>();
  for (const file of globSync('articles/**/index.html', { cwd: site.out }).sort()) {
    const html = readFileSync(join(site.out, file), 'utf8');
    const [, lang] = /"one-text"(?:[^]*?)<h1 [^>]*lang="([a-z]+)/.exec(html) ?? [];
    if (lang !== undefined && !alone.has(lang)) alone.set(lang, file.replace(/index\.html$/, ''));
  }
  const sizes = [];
  for (const [, path] of [...alone].sort()) sizes.push(...(await sizesOf(path, 1280)));
  expect(sizes).toEqual(['ar 30 20', 'en 27 18', 'fa 30 20', 'he 28.5 19']);
});

test.each([1280, 1000])(
  'titles side by side have sizes as their lines have, %i pixels wide',
  async (width) => {
    const articles = new Map<string, string>();
    for (const file of globSync('articles/**/index.html', { cwd: site.out }).sort()) {
      const html = readFileSync(join(site.out, file), 'utf8');
      const [titles] = /<h1 class="row titles"[^]*?<\/h1>/.exec(html) ?? [];
      const languages = titles?.match(/class="cell" lang="[a-z]+/g) ?? [];
      if (languages.length > 1) articles.set(languages.join(' '), file.replace(/index\.html$/, ''));
    }
    const faults = [];
    const seen = new Set<string>();
    for (const path of articles.values()) {
      const sizes = (await sizesOf(path, width)).map((words) => words.split(' '));
      const ratios = sizes.map(([, title, lines]) => Number(title) / Number(lines));
      for (const [lang] of sizes) seen.add(lang ?? '');
      if (Math.min(...ratios) < 1.2) faults.push(`${path} has a title like its lines`);
      if (Math.max(...ratios) / Math.min(...ratios) > 1.03) {
        faults.push(`${path} ${sizes.join(' | ')}`);
      }
    }
    expect(faults).toEqual([]);
    expect([...seen].sort()).toEqual(['ar', 'en', 'fa', 'he']);
  },
);

test('what a text lacks is said at the beginning of its column', async () => {
  let cells = 0;
  const faults = [];
  const articles = globSync('articles/**/index.html', { cwd: site.out })
    .filter((file) => readFileSync(join(site.out, file), 'utf8').includes('cell empty'))
    .map((file) => file.replace(/index\.html$/, ''));
  for (const path of articles.flatMap((article) => [article, `ar/${article}`])) {
    const { page } = await site.open(chromium, path, { viewport: { width: 1280, height: 900 } });
    const gaps = await page.evaluate<[number, string][]>(`
      [...document.querySelectorAll('.row > .cell.empty')].map((cell) => {
        const column = [...cell.parentElement.querySelectorAll('.cell')].indexOf(cell);
        const { dir } = document.querySelectorAll('.titles > .cell')[column];
        const words = document.createRange();
        words.selectNodeContents(cell);
        const [inner, outer] = [words.getBoundingClientRect(), cell.getBoundingClientRect()];
        const gap = dir === 'rtl' ? outer.right - inner.right : inner.left - outer.left;
        return [Math.round(gap), dir];
      })`);
    cells += gaps.length;
    faults.push(...gaps.filter(([gap]) => gap > 60).map(([gap]) => `${path} ${String(gap)}`));
    await page.context().close();
  }
  console.log(`${String(cells)} empty cells were measured.`);
  expect(faults).toEqual([]);
  expect(cells).toBeGreaterThan(1);
});

test('a reader chooses which texts are shown, without JavaScript', async () => {
  const article = typicalPages(site.out, ['ar']).find(({ type }) => type === 'article-2-texts');
  const { page } = await site.open(chromium, article?.path ?? '', { javaScriptEnabled: false });
  const shown = async (): Promise<string[]> => {
    const cells = await page.locator('.row > .cell[lang]').all();
    const visible = [];
    for (const cell of cells) {
      if (await cell.isVisible()) visible.push((await cell.getAttribute('lang')) ?? '');
    }
    return [...new Set(visible)].sort();
  };
  expect(await shown()).toEqual(['ar', 'en']);
  for (const [number, text] of (await page.locator('h1 .cell').all()).entries()) {
    const lang = await text.getAttribute('lang');
    await page
      .locator('.shown label')
      .nth(number + 1)
      .click();
    expect(await shown()).toEqual([lang]);
  }
  await page.locator('.shown input:checked').press('ArrowRight');
  expect(await shown()).toEqual(['ar', 'en']);
  await page.context().close();
});

/** The first baseline of the words of each text in each row, by a mark without height before them. */
const BASELINES = `(() => {
  const baseline = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let first = walker.nextNode();
    while (first && first.data.trim() === '') first = walker.nextNode();
    const mark = document.createElement('span');
    mark.style.display = 'inline-block';
    first.before(mark);
    const { bottom } = mark.getBoundingClientRect();
    mark.remove();
    return bottom;
  };
  return [...document.querySelectorAll('.rows > .row:not(:has(.picture))')].flatMap((row) => {
    const cells = [...row.querySelectorAll(':scope > .cell[lang]')];
    const blocks = cells.map((cell) => cell.querySelector('.paragraph > :not(.ordinal)') ?? cell);
    const ordinals = cells.flatMap((cell) => cell.querySelector('.ordinal') ?? []);
    const all = [...blocks, ...ordinals].filter((block) => block.textContent.trim() !== '').map(baseline);
    return all.length < 2 ? [] : [{ id: row.id, spread: Math.max(...all) - Math.min(...all) }];
  });
})()`;

interface Spread {
  readonly id: string;
  /** How far apart the baselines of a row are, in pixels. */
  readonly spread: number;
}

function isSpread(value: unknown): value is Spread {
  return typeof value === 'object' && value !== null && 'id' in value && 'spread' in value;
}

describe.each(BROWSERS)('facing paragraphs in $name', ({ name, open }) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await open();
  });
  afterAll(() => browser.close());

  test('and their numbers stand on one first baseline', async () => {
    const articles = typicalPages(site.out, ['ar']).filter(
      ({ type }) => type.startsWith('article-') && type !== 'article-1-text',
    );
    let rows = 0;
    for (const { path } of articles) {
      for (const address of [path, `ar/${path}`]) {
        const page = await browser.show(site.url + address, 1280, 900);
        const spreads = await page.evaluate(BASELINES);
        const some = Array.isArray(spreads) ? spreads.filter(isSpread) : [];
        rows += some.length;
        // Browsers place boxes at 1/64 and 1/60 of a pixel.
        const apart = some.filter(({ spread }) => spread > 0.1);
        expect(apart, address).toEqual([]);
        // Without what aligns them they would stand apart, and be seen to.
        await page.evaluate(
          `for (const row of document.querySelectorAll('.row')) row.style.alignItems = 'start'`,
        );
        const moved = await page.evaluate(BASELINES);
        const seen = Array.isArray(moved) ? moved.filter(isSpread) : [];
        expect(
          seen.some(({ spread }) => spread > 2),
          address,
        ).toBe(true);
      }
    }
    console.log(`${String(rows)} rows were measured in ${name}.`);
    expect(rows).toBeGreaterThan(20);
  });
});
