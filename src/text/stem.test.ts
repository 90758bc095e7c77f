import { expect, test } from 'vitest';
import { stemsOf } from './stem.ts';

test('words of one stem are one, whatever is written before or behind them', () => {
  expect(stemsOf('libraries')).toEqual(stemsOf('Library'));
  expect(stemsOf('والمطبعة')).toEqual(stemsOf('مطبعة'));
  expect(stemsOf('printers')).toEqual(stemsOf('printed'));
});

test('where words are not divided, neighbouring letters stand for them', () => {
  expect(stemsOf('印刷所')).toEqual(['印刷', '刷所']);
});

test('short words have no stem', () => {
  expect(stemsOf('of')).toEqual([]);
});
