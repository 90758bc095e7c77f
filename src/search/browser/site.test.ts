import { expect, test } from 'vitest';
import { siteAt } from './site.ts';

test('a site that is served calls its pages by their folders', () => {
  const site = siteAt('/base/', '/base/ar/');
  expect(site.isFolder).toBe(false);
  expect(site.page('articles/1868/a-letter/')).toBe('/base/ar/articles/1868/a-letter/');
  expect(site.file('articles/a/rows.json')).toBe('/base/articles/a/rows.json');
});

test('a site in a folder calls them by their files, with names that every system takes', () => {
  const site = siteAt('../../index.html', '../index.html');
  expect(site.isFolder).toBe(true);
  expect(site.page('articles/1868/a-letter/')).toBe('../articles/1868/a-letter/index.html');
  expect(site.page('entities/con/')).toBe('../entities/con_/index.html');
  expect(site.file('articles/aux/rows.json.js')).toBe('../../articles/aux_/rows.json.js');
});
