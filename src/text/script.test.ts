import { expect, test } from 'vitest';
import { languageOf, scriptOf } from './script.ts';

test.each([
  ['Būlāq', 'Latn'],
  ['مطبعة بولاق', 'Arab'],
  ['The press at بولاق printed books', 'Latn'],
  ['Ἀθῆναι', 'Grek'],
  ['1821', undefined],
])('%s is written in %s', (words, script) => {
  expect(scriptOf(words)).toBe(script);
});

test('takes the language of the same script, else the script alone', () => {
  expect(languageOf('مطبعة', ['en', 'ar'])).toBe('ar');
  expect(languageOf('Press', ['ar', 'en'])).toBe('en');
  expect(languageOf('דפוס', ['en', 'ar'])).toBe('und-Hebr');
});
