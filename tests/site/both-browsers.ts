import { PNG } from 'pngjs';
import { openChromium } from '../chromium.ts';
import { findFirefox, openFirefox } from '../firefox.ts';

/** A page in a browser, whichever it is. */
export interface ShownPage {
  /** What an expression comes to on the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The pixels of a part of it. */
  readonly picture: (clip: Clip) => Promise<PNG>;
}

export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TestBrowser {
  readonly show: (url: string, width: number, height: number) => Promise<ShownPage>;
  readonly close: () => Promise<void>;
}

/** The browsers whose pictures are compared. Where Firefox is absent that is said and not hidden. */
export const BROWSERS: readonly { name: string; open: () => Promise<TestBrowser> }[] = [
  { name: 'Chromium', open: inChromium },
  ...(findFirefox() === undefined ? [] : [{ name: 'Firefox', open: inFirefox }]),
];

if (findFirefox() === undefined) {
  console.warn('Skipped: the tests in Firefox, because it is not installed here.');
}

async function inChromium(): Promise<TestBrowser> {
  const browser = await openChromium();
  return {
    close: () => browser.close(),
    show: async (url, width, height) => {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.evaluate('document.fonts.ready.then(() => true)');
      return {
        evaluate: (expression) => page.evaluate<unknown>(expression),
        picture: async (clip) => PNG.sync.read(await page.screenshot({ clip })),
      };
    },
  };
}

async function inFirefox(): Promise<TestBrowser> {
  const browser = await openFirefox();
  return {
    close: () => browser.close(),
    show: async (url, width, height) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height });
      await page.goto(url, { waitUntil: 'load' });
      await page.evaluate('document.fonts.ready.then(() => true)');
      return {
        evaluate: (expression) => page.evaluate(expression),
        picture: async (clip) =>
          PNG.sync.read(Buffer.from(await page.screenshot({ clip, captureBeyondViewport: false }))),
      };
    },
  };
}
