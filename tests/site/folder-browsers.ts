import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { openChromium } from '../chromium.ts';
import { findFirefox, openFirefox } from '../firefox.ts';

/** A page in a real browser, whichever it is. */
export interface BrowserPage {
  readonly goto: (url: string) => Promise<unknown>;
  /** What an expression comes to on the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly keyboard: {
    readonly press: (key: 'Enter' | '/' | 'Tab') => Promise<void>;
    readonly type: (words: string) => Promise<void>;
  };
  readonly close: () => Promise<void>;
}

export interface OpenedPage extends BrowserPage {
  /** Console errors, requests that failed, and requests of anything that is not of the folder. */
  readonly complaints: readonly string[];
  /** Asks the page again and again, until an expression is true. */
  readonly until: (expression: string) => Promise<void>;
}

export interface OpenBrowser {
  readonly open: (url: string) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

export const BROWSERS: readonly {
  readonly name: string;
  readonly launch: () => Promise<OpenBrowser>;
}[] = [
  { name: 'Chromium', launch: inChromium },
  ...(findFirefox() === undefined ? [] : [{ name: 'Firefox', launch: inFirefox }]),
];

if (findFirefox() === undefined) {
  console.warn('Skipped: the offline folder in Firefox, because it is not installed here.');
}

/** The address of a file of a folder, as a double click gives it. */
export function fileAddress(folder: string, file: string): string {
  return pathToFileURL(join(folder, file)).href;
}

export async function inChromium(): Promise<OpenBrowser> {
  const browser = await openChromium();
  return {
    close: () => browser.close(),
    open: async (url) => {
      const page = await browser.newPage();
      const complaints = new Complaints(url);
      page.on('pageerror', (error) => {
        complaints.hear(error.message);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.hear(message.text());
      });
      page.on('request', (request) => {
        complaints.hearRequest(request.url());
      });
      page.setDefaultNavigationTimeout(120_000);
      await page.goto(url);
      return withPatience(page, complaints.all);
    },
  };
}

async function inFirefox(): Promise<OpenBrowser> {
  const browser = await openFirefox();
  return {
    close: () => browser.close(),
    open: async (url) => {
      const page = await browser.newPage();
      const complaints = new Complaints(url);
      page.on('pageerror', (error) => {
        complaints.hear(String(error));
      });
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.hear(message.text());
      });
      page.on('request', (request) => {
        complaints.hearRequest(request.url());
      });
      await page.goto(url);
      return withPatience(page, complaints.all);
    },
  };
}

/** Firefox says so of a font that was on its way when its page was left (NS_BINDING_ABORTED). */
const LEFT = /download failed .* status=2152398850 /;

class Complaints {
  readonly all: string[] = [];
  readonly #page: URL;

  constructor(page: string) {
    this.#page = new URL(page);
  }

  hear(words: string): void {
    if (!LEFT.test(words)) this.all.push(words);
  }

  /** Complains of what is asked of another place than the one that the page is of. */
  hearRequest(address: string): void {
    const { protocol, host } = new URL(address);
    const isWithin = protocol === 'data:' || protocol === 'blob:';
    if (isWithin || (protocol === this.#page.protocol && host === this.#page.host)) return;
    this.all.push(`asks for ${address}`);
  }
}

function withPatience(page: BrowserPage, complaints: readonly string[]): OpenedPage {
  return {
    complaints,
    goto: (url) => page.goto(url),
    evaluate: (expression) => page.evaluate(expression),
    keyboard: page.keyboard,
    close: () => page.close(),
    until: async (expression) => {
      const end = Date.now() + 20_000;
      for (;;) {
        // While a page gives way to another, it answers nothing.
        const answer = await page.evaluate(expression).catch(() => false);
        if (answer === true) return;
        if (Date.now() > end) throw new Error(`It did not come to be so: ${expression}`);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
  };
}
