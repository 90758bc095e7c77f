import { expect, test } from 'vitest';
import { inContext, wordsAt } from './context.ts';

function context(plain: string, form: string): string {
  const start = plain.indexOf(form);
  const { before, form: shown, after } = inContext(plain, { start, end: start + form.length });
  return `${before}[${shown}]${after}`;
}

test.each([
  ['City\tPress\nCairo\tBulaq\nFez\t', 'Cairo', 'City · Press · [Cairo] · Bulaq · Fez'],
  ['\nCairo\n', 'Cairo', '[Cairo]'],
  [
    'One line of verse,\nand Cairo in the next',
    'Cairo',
    'One line of verse, · and [Cairo] in the next',
  ],
  ['From  Cairo\u00A0on', 'Cairo', 'From [Cairo] on'],
])('%j: the words around %s are %s', (plain, form, expected) => {
  expect(context(plain, form)).toBe(expected);
});

test('words that go on are cut between two of them', () => {
  const words = `${'before '.repeat(20)}Cairo${' behind'.repeat(20)}`;
  expect(context(words, 'Cairo')).toMatch(/^…(?:before ){9}\[Cairo\](?: behind){9}…$/);
});

test('the words that face a mention have their lines and cells apart as well', () => {
  expect(wordsAt('City\tPress\nCairo\tBulaq', 0)).toBe('City · Press · Cairo · Bulaq');
});
