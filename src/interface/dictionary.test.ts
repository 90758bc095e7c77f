import { expect, test } from 'vitest';
import { dictionaryGaps, dictionaryOf } from './dictionaries.ts';
import { gapsIn, pluralise } from './dictionary.ts';

test('every dictionary is whole', () => {
  expect(dictionaryGaps()).toEqual([]);
});

test('names a missing key, a missing plural and a missing blank', () => {
  const model = { a: 'A', b: 'B {n}', c: { one: '1', other: 'n' } };
  const dictionary = { b: 'ب', c: { one: '١', other: 'ن' } };
  expect(gapsIn('ar', dictionary, model)).toEqual([
    '`a` is missing',
    '`b` lacks `{n}`',
    '`c` lacks the plural category `few`',
    '`c` lacks the plural category `many`',
    '`c` lacks the plural category `two`',
    '`c` lacks the plural category `zero`',
  ]);
});

test.each([
  [0, 'لا مواد'],
  [1, 'مادة واحدة'],
  [2, 'مادتان'],
  [3, '3 مواد'],
  [11, '11 مادة'],
  [100, '100 مادة'],
])('%i articles in Arabic are %s', (count, expected) => {
  expect(pluralise(dictionaryOf('ar')['articles.count'], count, 'ar')).toBe(expected);
});

test('a region uses the dictionary of its language', () => {
  expect(dictionaryOf('ar-LB')).toBe(dictionaryOf('ar'));
});
