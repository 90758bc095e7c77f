import { expect, test } from 'vitest';
import { toFolderFrom } from './address.ts';

const SITE = {
  base: '/sub/',
  url: 'https://archive.example.org/sub/',
  files: new Set(['index.html', 'about/index.html', 'articles/a/en.ris', 'articles/a/con.png']),
};

test.each([
  ['index.html', '/sub/', 'index.html'],
  ['index.html', '/sub/articles/a/#k3f9c', 'articles/a/index.html#k3f9c'],
  ['ar/articles/a/index.html', '/sub/', '../../../index.html'],
  [
    'articles/a/index.html',
    '/sub/articles/a/cite/?p=k3f9c#text-en',
    'cite/index.html?p=k3f9c#text-en',
  ],
  ['articles/a/cite/index.html', '/sub/articles/a/en.ris', '../en.ris'],
  ['articles/a/index.html', '../b/', '../b/index.html'],
  ['articles/a/index.html', '/sub/about', '../../about/index.html'],
  [
    'articles/a/index.html',
    '/sub/articles/a/%D8%B5%D9%88%D8%B1%D8%A9%201.png',
    '%D8%B5%D9%88%D8%B1%D8%A9%201.png',
  ],
  ['articles/a/index.html', '/sub/articles/a/con.png', 'con_.png'],
  ['2011/05/letter.html', '/sub/articles/a/', '../../articles/a/index.html'],
])('in %s the address %s is %s', (file, address, relative) => {
  expect(toFolderFrom(file, SITE)(address)).toBe(relative);
});

test('what leads elsewhere stays, and so does what stays on its page', () => {
  const toFolder = toFolderFrom('articles/a/index.html', SITE);
  for (const address of [
    'https://archive.example.org/sub/articles/a/',
    'mailto:archive@example.org',
    'data:,',
    '#k3f9c',
    '?entity=a',
    '',
  ]) {
    expect(toFolder(address)).toBe(address);
  }
});

test('what the host has beside the site is asked of the host', () => {
  expect(toFolderFrom('index.html', SITE)('/other/?a=b')).toBe(
    'https://archive.example.org/other/?a=b',
  );
});
