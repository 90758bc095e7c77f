import { expect, test } from 'vitest';
import { digitsToAscii, fold } from './fold.ts';

test.each([
  ['Būlāq', 'bulaq'],
  ['al-ʿArabī', 'al-arabi'],
  ['مَطْبَعَةٌ', 'مطبعه'],
  ['الأهــرام', 'الاهرام'],
  ['کتابخانه‌ای', 'كتابخانهاي'],
  ['İstanbul', 'istanbul'],
  ['Straße', 'strasse'],
  ['שלום', 'שלומ'],
])('%s is compared as %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});

test('digits of every script are the same digits', () => {
  expect(digitsToAscii('٢٠٢٣ ۱۴۰۲ १२ ১২ 1821')).toBe('2023 1402 12 12 1821');
});
