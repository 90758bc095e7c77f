import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, stateOf } from './address.ts';
import { excerptOf, marksIn } from './excerpt.ts';
import { indexedCopy, placesIn } from './indexed-copy.ts';
import { segmentsOf } from './query.ts';
import { searchWords } from '#text/search-words.ts';

const TEXTS = fc
  .array(
    fc.constantFrom(
      'al-Waqāʾiʿ',
      'والمطبعة',
      'بولاق',
      ' ',
      ', ',
      'Būlāq',
      '\n',
      '‘',
      'صفحه‌ها',
      '12',
    ),
  )
  .map((parts) => parts.join(' '));

test('every place of the indexed copy leads back to the word that it comes from', () => {
  fc.assert(
    fc.property(TEXTS, fc.constantFrom('en', 'ar', 'fa'), (text, language) => {
      const places = placesIn(searchWords(text, language));
      // Pagefind counts the words between spaces.
      const copied = indexedCopy(text, language).split(' ');
      expect(copied).toHaveLength(places.length);
      places.forEach((place, index) => {
        if (!place) expect(copied[index]).toBe('¶');
        else expect([place.word.form, ...place.word.others]).toContain(copied[index]);
      });
    }),
  );
});

test('what is shown is the text in its own spelling, marks or not', () => {
  fc.assert(
    fc.property(TEXTS, fc.nat(), (text, seed) => {
      const words = searchWords(text, 'ar');
      const found = new Set(words.filter((_, index) => (index + seed) % 3 === 0));
      const runs = excerptOf(text, words, marksIn(text, words, found));
      if (words.length <= 44) expect(runs.map((run) => run.words).join('')).toBe(text);
      else
        expect(text).toContain(
          runs
            .map((run) => run.words)
            .join('')
            .replaceAll(/^… | …$/g, ''),
        );
    }),
  );
});

test('marks a name with its article, in one piece', () => {
  const text = 'So said Aḥmad al-Shidyāq, and al-Shidyāq wrote.';
  const words = searchWords(text, 'en');
  const found = new Set(words.filter(({ form }) => form === 'ahmad' || form === 'shidyaq'));
  const marked = excerptOf(text, words, marksIn(text, words, found)).filter((run) => run.isFound);
  expect(marked.map((run) => run.words)).toEqual(['Aḥmad al-Shidyāq', 'al-Shidyāq']);
});

test('a phrase cannot run from one paragraph into the next', () => {
  expect(indexedCopy('one two.', 'en')).toBe('one two ¶');
});

test.each([
  ['press', [['words', 'press']]],
  [
    '"Bulaq Press" type',
    [
      ['phrase', 'Bulaq Press'],
      ['words', 'type'],
    ],
  ],
  ['«مطبعة بولاق»', [['phrase', 'مطبعة بولاق']]],
  ['“a b', [['words', '“a b']]],
  ['a "b c', [['words', 'a "b c']]],
  ['צה"ל אמר"', [['words', 'צה"ל אמר"']]],
  ['😀 ‘’ <>', []],
  ['\u202Epress\u202C', [['words', 'press']]],
])('%s is divided into words and phrases', (query, expected) => {
  expect(
    segmentsOf(query).map(({ isPhrase, words }) => [
      isPhrase ? 'phrase' : 'words',
      words.join(' '),
    ]),
  ).toEqual(expected);
});

test('no query is too much', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0x10_ff_ff), { maxLength: 600 }), (points) => {
      const query = String.fromCodePoint(...points);
      const words = segmentsOf(query).flatMap((segment) => segment.words);
      expect(words.length).toBeLessThanOrEqual(24);
    }),
  );
  expect(segmentsOf('a '.repeat(10_000)).flatMap((segment) => segment.words)).toHaveLength(24);
});

test('a search and its address are the same', () => {
  const address =
    '?q=b%C5%ABl%C4%81q&kind=letter&kind=report&entity=bulaq-press&from=1820&order=oldest';
  expect(addressOf(stateOf(address))).toBe(
    '?q=b%C5%ABl%C4%81q&kind=letter&kind=report&entity=bulaq-press&from=1820&order=oldest',
  );
  expect(addressOf(stateOf('?from=x&order=random&q=&kind='))).toBe('');
  expect(stateOf('?from=١٨٢٠').from).toBe(1820);
});
