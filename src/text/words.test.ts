import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWord } from './words.ts';

/** What a word is, as one pattern. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u02BB-\u02BF\u2018\u2019'\u0640\u200C]*/gu;

function wordsIn(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => void words.push(text.slice(start, end)));
  return words;
}

test('a word holds its vowel signs, apostrophes and joiners', () => {
  expect(wordsIn('The editor’s 5,000 sheets: كِتَابٌ، نامه‌ها.')).toEqual([
    ...['The', 'editor’s', '5', '000', 'sheets', 'كِتَابٌ', 'نامه‌ها'],
  ]);
});

test('any text has the words that the pattern finds in it', () => {
  const some = fc.constantFrom(
    ..."a Z9٣é\u0301ʿ’'\u0640\u200C.-—«ب\u064B印𐎀𞤀😀\uD800\uDC00".split(''),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(some).map((units) => units.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(wordsIn(text)).toEqual(text.match(WORD) ?? []);
    }),
  );
});
