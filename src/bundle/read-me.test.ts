import { expect, test } from 'vitest';
import { readMe } from './read-me.ts';

const FACTS = {
  archive: {
    title: { en: 'Letters', ar: 'رسائل' },
    url: 'https://archive.example.org/',
    languages: ['en', 'ar'] as [string, string],
    publisher: { name: 'The Press' },
    licence: 'CC0-1.0',
  },
  edition: { number: 3, date: '2026-01-02' },
  day: '2026-01-02',
  address: 'https://archive.example.org/',
  size: { files: 11, bytes: 12_345_678 },
};

test('says in each interface language what it is, of when, how large, and how it is opened', () => {
  const words = readMe(FACTS);
  const [english = '', arabic = ''] = words.split(/-{40,}/);
  expect(english).toContain('Letters\r\nEdition 3, 2 January 2026\r\n11 files, 12.3 MB\r\n');
  expect(english).toContain('open index.html in this folder with a double click');
  expect(arabic).toContain('رسائل\r\nالإصدار 3، 2 يناير 2026\r\n11 ملفًا، ');
  expect(arabic).toContain('index.html');
});

test('old editors of Windows read it', () => {
  const words = readMe(FACTS);
  expect(words.startsWith('\uFEFF')).toBe(true);
  expect(words.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('before the first edition it says of which day it is; of no day nothing', () => {
  expect(readMe({ ...FACTS, edition: undefined })).toContain('\r\nAs of 2 January 2026\r\n');
  expect(readMe({ ...FACTS, edition: undefined, day: undefined })).toContain('Letters\r\n11 files');
});
