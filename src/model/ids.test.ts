import { expect, test } from 'vitest';
import { checkCharacter, hasRightCheck, isArticleId, isParagraphId } from './ids.ts';

test.each(['nhjg8', '8n8d2', 'xtr24', '3nbtr'])('%s ends in its check character', (id) => {
  expect(isParagraphId(id) && hasRightCheck(id)).toBe(true);
});

test.each(['nhjg9', 'hnjg8', 'nhgj8'])('%s has a mistyped or transposed character', (id) => {
  expect(isParagraphId(id) && hasRightCheck(id)).toBe(false);
  expect(checkCharacter(id)).not.toBe(id.charAt(4));
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
