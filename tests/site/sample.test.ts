import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium } from '../chromium.ts';
import { linksOfSite } from './links.ts';
import { SAMPLE_BASE as BASE, sampleSite, type Site } from './site.ts';

let browser: Browser;
let site: Site;
/** The HTML of every page, by its path below the base. */
let pages: Map<string, string>;
beforeAll(async () => {
  [browser, site] = await Promise.all([openChromium(), sampleSite()]);
  const files = globSync('**/*.html', { cwd: site.out }).map((file) => file.replaceAll('\\', '/'));
  pages = new Map(
    files.map((file) => [
      file.replace(/index\.html$/, ''),
      readFileSync(join(site.out, file), 'utf8'),
    ]),
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('every link and anchor leads somewhere, those for machines too, under a base path', () => {
  const { links, dead } = linksOfSite(site.out, BASE, 'https://archive.example.org');
  expect(links).toBeGreaterThan(20_000);
  expect(dead).toEqual([]);
});

test('no page asks anything of another host, and nothing is inline', () => {
  for (const [page, html] of pages) {
    expect(html, page).toMatch(
      /^<!DOCTYPE html><html [^>]*>\s*<head>\s*<meta http-equiv="Content-Security-Policy"/i,
    );
    expect(html, page).not.toMatch(
      /<style|\sstyle="|\son\w+="|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))/,
    );
    const loaded = [
      ...html.matchAll(/<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="([^"]*)"/g),
    ];
    for (const [, address = ''] of loaded) expect(address, page).toMatch(/^\/sub\//);
  }
});

test('pages of both interface languages stand at the addresses of the contract', () => {
  for (const address of [
    ...['', 'articles/', 'entities/', 'search/', 'about/', 'articles/bulaq-press/'],
    ...['articles/bulaq-press/ar/', 'articles/bulaq-press/en/', '404.html'],
    ...[
      'ar/',
      'ar/articles/',
      'ar/entities/',
      'ar/search/',
      'ar/about/',
      'ar/articles/bulaq-press/',
    ],
  ]) {
    expect(pages.has(address), address).toBe(true);
  }
  expect(pages.has('ar/articles/bulaq-press/ar/')).toBe(false);
});

test('pictures, notes, tables and lists of a text are there', async () => {
  const { page, complaints } = await site.open(browser, 'articles/early-presses/en/');
  expect(
    await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  expect(await page.locator('.paragraph table').count()).toBe(1);
  expect(await page.locator('.paragraph.list').count()).toBe(1);
  await page.locator('sup a').first().click();
  expect(await page.locator('.notes li:target').count()).toBe(1);
  await page.locator('.notes .back').first().click();
  expect(page.url()).toContain('#en-fnref-');
  expect(complaints).toEqual([]);
});

test('second stories of several texts have names of their own', async () => {
  const { page } = await site.open(browser, 'articles/news/map-and-drawings/');
  const stories = page.getByRole('region', { name: /^A second story in the same text: / });
  expect(await stories.count()).toBe(2);
  const names = await stories.evaluateAll((sections) =>
    sections.map((section) => section.firstElementChild?.textContent.replace(/\s+/g, ' ').trim()),
  );
  expect(names[0]).toContain('Original, English');
  expect(names[1]).toContain('Translation, Arabic');
});
