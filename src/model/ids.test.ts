import { expect, test } from 'vitest';
import { checkCharacter, hasRightCheck, isArticleId, isParagraphId } from './ids.ts';

test.each(['nhjg8', '8n8d2', 'xtr24', '3nbtr'])('%s ends in its check character', (id) => {
  expect(isParagraphId(id) && hasRightCheck(id)).toBe(true);
});

test('a mistyped or transposed character is noticed', () => {
  const id = 'nhjg8';
  expect(isParagraphId('nhjg9') && hasRightCheck('nhjg9')).toBe(false);
  const swapped = 'hnjg8';
  expect(isParagraphId(swapped) && hasRightCheck(swapped)).toBe(false);
  expect(checkCharacter(id)).toBe('8');
});

test.each([
  ['2023/coalition-should-leave', true],
  ['letter', true],
  ['a/../b', false],
  ['Letter', false],
  ['a//b', false],
  ['-a', false],
])('an article may be called %s: %s', (id, expected) => {
  expect(isArticleId(id)).toBe(expected);
});
