import { expect, test } from 'vitest';
import { unbalancedQuotes } from './quotes.ts';

test('balanced marks of every kind pass', () => {
  expect(unbalancedQuotes('“One,” she said, “and "two" and «three».”')).toEqual([]);
  expect(unbalancedQuotes('لـ”دار الطباعة” و«المطبعة»')).toEqual([]);
});

test('names the marks that do not balance', () => {
  expect(unbalancedQuotes('“One, she said.')).toEqual(['“…”']);
  expect(unbalancedQuotes('«واحد')).toEqual(['«…»']);
  expect(unbalancedQuotes('5" and "six')).toEqual([]);
  expect(unbalancedQuotes('the "sixth')).toEqual(['"…"']);
});

test('apostrophes, hamzas and ayns are no quotation marks', () => {
  expect(unbalancedQuotes('the printer’s ‘Abduh, al-ʿArabī')).toEqual([]);
});
