import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildSite } from '#cli/build.ts';
import { readOptions, UsageError } from '#cli/options.ts';
import { run } from '#cli/run.ts';
import { serve } from '#cli/serve.ts';
import { openChromium } from '../tests/chromium.ts';
import { typicalPages } from './page-types.ts';

/**
 * Builds an archive, serves it to this machine, and writes pictures of a page of every type, in
 * every interface language, at the widths and in the themes that are wished for:
 *
 *     npm run screenshots -- --widths 360,1280 --themes light --height 800
 *     npm run screenshots -- --page articles/bulaq-press/ --widths 1280 --to docs/picture.png
 */
await run(async () => {
  const { content, base, own } = readOptions(process.argv.slice(2), ['content', 'base'], {
    to: 'DIR or FILE.png',
    widths: '360,768,1280,1920',
    themes: 'light,dark',
    page: 'PATH',
    height: 'PIXELS (the first screen, not the whole page)',
  });
  const here = process.env.INIT_CWD ?? process.cwd();
  const to = own.to === undefined ? join(tmpdir(), 'diptych-screenshots') : resolve(here, own.to);
  const widths = listOf(own.widths ?? '360,768,1280,1920').map(readPixels);
  const height = own.height === undefined ? undefined : readPixels(own.height);
  const themes = listOf(own.themes ?? 'light,dark').map(readTheme);

  const folder = mkdtempSync(join(tmpdir(), 'diptych-pictures-'));
  const out = join(folder, 'site');
  try {
    await buildSite({ content, out, base });
    const shots = shotsOf(out, own.page).flatMap((page) =>
      widths.flatMap((width) => themes.map((theme) => ({ ...page, width, theme, height }))),
    );
    const isFile = to.endsWith('.png');
    if (isFile && shots.length !== 1) {
      throw new UsageError(
        `${String(shots.length)} pictures do not fit into one file. Name one --page, one of --widths and one of --themes.`,
      );
    }
    mkdirSync(isFile ? dirname(to) : to, { recursive: true });
    const [serving, browser] = await Promise.all([serve(out, basePathOf(out), 0), openChromium()]);
    try {
      for (const shot of shots) {
        const file = isFile ? to : join(to, `${shot.name}-${String(shot.width)}-${shot.theme}.png`);
        await take(browser, serving.url, shot, file);
        process.stdout.write(`${file}\n`);
      }
    } finally {
      await browser.close();
      await serving.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

type Theme = 'light' | 'dark';

interface Shot {
  readonly path: string;
  readonly width: number;
  readonly theme: Theme;
  readonly height: number | undefined;
}

/** What is pictured, each with the beginning of its file’s name. */
function shotsOf(out: string, page: string | undefined): { name: string; path: string }[] {
  if (page !== undefined) {
    const path = page.replace(/^\//, '');
    return [{ name: path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/-$/, ''), path }];
  }
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  const main = /<html lang="([^"]*)"/.exec(home)?.[1] ?? 'en';
  const languages = [...home.matchAll(/<link rel="alternate" hreflang="([^"]*)"/g)]
    .map(([, tag = '']) => tag)
    .filter((tag) => tag !== main);
  return typicalPages(out, languages).flatMap(({ type, path, isOnce }) => [
    { name: isOnce ? type : `${type}-${main}`, path },
    ...(isOnce ? [] : languages.map((tag) => ({ name: `${type}-${tag}`, path: `${tag}/${path}` }))),
  ]);
}

async function take(browser: Browser, url: string, shot: Shot, file: string): Promise<void> {
  const { path, width, theme, height } = shot;
  const context = await browser.newContext({
    viewport: { width, height: height ?? 900 },
    colorScheme: theme,
  });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: file, fullPage: height === undefined });
  await context.close();
}

function listOf(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}

function readPixels(words: string): number {
  const pixels = Number(words);
  if (Number.isInteger(pixels) && pixels >= 200 && pixels <= 10_000) return pixels;
  throw new UsageError(`${words} is no number of pixels between 200 and 10000.`);
}

function readTheme(words: string): Theme {
  if (words === 'light' || words === 'dark') return words;
  throw new UsageError(`${words} is no theme. There are light and dark: --themes light,dark`);
}

/** The base path under which a site was built, as its home page says. */
function basePathOf(out: string): string {
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  return /data-base="([^"]*)"/.exec(home)?.[1] ?? '/';
}
