import { expect, test } from 'vitest';
import { askedFor, citeHref, readParagraphs } from './paragraph-choice.ts';

test('the address of a paragraph’s citation is read as it was written', () => {
  const url = new URL(citeHref('/ar/articles/a/cite/', 'en-outlet', 'k3f9c'), 'https://x.example');
  expect(askedFor(url)).toEqual({ section: 'text-en-outlet', paragraph: 'k3f9c' });
});

test('paragraphs that are not counted have no number', () => {
  expect(readParagraphs('k3f9c:1 m2p4c: ')).toEqual([
    { id: 'k3f9c', ordinal: 1 },
    { id: 'm2p4c', ordinal: null },
  ]);
});
