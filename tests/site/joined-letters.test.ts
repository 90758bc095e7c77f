import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type Clip, type ShownPage, type TestBrowser } from './both-browsers.ts';
import { type Site, siteOf } from './site.ts';

/** A page whose Arabic words hold links that begin or end inside them. */
const PAGE = 'articles/letters/';

/**
 * Colours and lines are not letters: with these a link or a mark may differ by its letters alone.
 * They are large, so that a fault is.
 */
const ONLY_LETTERS = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(\`.cell[lang=ar] p { font-size: 3rem; line-height: 2; }
  .cell :is(a, mark):not(.ordinal) {
    color: inherit !important; background: none !important; text-decoration: none !important;
  }\`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];`;

/** Search marks what it found; here a mark begins inside a word, as links do. */
const MARK_INSTEAD = `for (const link of document.querySelectorAll('.cell[lang=ar] p a')) {
  const mark = document.createElement('mark');
  mark.append(...link.childNodes);
  link.replaceWith(mark);
}`;

const WITHOUT = `for (const one of document.querySelectorAll('.cell[lang=ar] p :is(a, mark)')) {
  const { parentElement } = one;
  one.replaceWith(...one.childNodes);
  parentElement.normalize();
}`;

let site: Site;
beforeAll(async () => {
  site = await siteOf(join(import.meta.dirname, '../archives/joined-letters'));
});
afterAll(() => site.close());

describe.each(BROWSERS)('Arabic letters in $name', ({ open }) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await open();
  });
  afterAll(() => browser.close());

  const shownPage = async (change: string): Promise<ShownPage> => {
    const page = await browser.show(site.url + PAGE, 1280, 900);
    await page.evaluate(`{ ${ONLY_LETTERS} ${change} }`);
    return page;
  };

  test.each([
    ['a link', ''],
    ['a mark', MARK_INSTEAD],
  ])('join across the edge of %s inside a word', async (_, make) => {
    const page = await shownPage(make);
    expect(await page.evaluate(COUNT)).toBe(2);
    const places = await placesIn(page);
    expect(places).toHaveLength(2);
    const within = await picturesOf(page, places);
    await page.evaluate(`{ ${WITHOUT} }`);
    expect(await page.evaluate(COUNT)).toBe(0);
    const without = await picturesOf(page, places);
    expect(within.map((picture, index) => differences(picture, without[index]))).toEqual([0, 0]);
  });

  test.each(['padding', 'margin', 'border', 'isolate'])(
    'and the comparison sees it when a %s parts them',
    async (fault) => {
      const whole = await shownPage('');
      const places = await placesIn(whole);
      const joined = await picturesOf(whole, places);
      const parted = await picturesOf(await shownPage(PART[fault] ?? ''), places);
      for (const [index, picture] of parted.entries()) {
        expect(differences(picture, joined[index])).toBeGreaterThan(100);
      }
    },
  );
});

const COUNT = `document.querySelectorAll('.cell[lang=ar] p :is(a, mark)').length`;

/** Ways in which a style sheet or a component parts letters. */
const PART: Readonly<Record<string, string>> = {
  padding: setOnLinks(`style.paddingInlineStart = '1px'`),
  margin: setOnLinks(`style.marginInlineStart = '1px'`),
  border: setOnLinks(`style.borderInlineStart = '1px solid transparent'`),
  isolate: setOnLinks(`style.unicodeBidi = 'isolate'`),
};

function setOnLinks(setting: string): string {
  return `for (const link of document.querySelectorAll('.cell[lang=ar] p a')) link.${setting};`;
}

/** Where the Arabic paragraphs that hold links or marks stand. */
async function placesIn(page: ShownPage): Promise<Clip[]> {
  const places = await page.evaluate(
    `[...document.querySelectorAll('.cell[lang=ar] p:has(a, mark)')].map((paragraph) => {
      const { x, y, width, height } = paragraph.getBoundingClientRect();
      return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) };
    })`,
  );
  return Array.isArray(places) ? places.filter(isClip) : [];
}

function isClip(value: unknown): value is Clip {
  return typeof value === 'object' && value !== null && 'width' in value && 'height' in value;
}

async function picturesOf(page: ShownPage, places: readonly Clip[]) {
  const pictures = [];
  for (const place of places) pictures.push(await page.picture(place));
  return pictures;
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Chromium paints what stands in a link as a run of its own, set to a quarter of a pixel: edges of
 * letters are up to 63 of 255 lighter or darker. Letters that part differ by 160 and more.
 */
const GRAIN = 80;

/** How many bytes of two pictures of one size differ by more than the grain. */
function differences(one: Pixels, other: Pixels | undefined): number {
  expect(other).toMatchObject({ width: one.width, height: one.height });
  return one.data.reduce(
    (sum, byte, index) => sum + Number(Math.abs(byte - (other?.data[index] ?? 0)) > GRAIN),
    0,
  );
}
