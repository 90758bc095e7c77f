import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset, wordsToHtml } from './typeset.ts';

const LANGUAGES = ['en', 'ar'];

test.each([
  ['a name and its article', 'by al-Muqtaṭaf', 'by <span class="unbroken">al-Muqtaṭaf</span>'],
  ['an ayn behind it', '(al-ʿĀmirī)', '(<span class="unbroken">al-ʿĀmirī</span>)'],
  ['what stands before it', 'wa-al-Hilāl', '<span class="unbroken">wa-al-Hilāl</span>'],
  ['an assimilated one', 'Hārūn ar-Rashīd', 'Hārūn <span class="unbroken">ar-Rashīd</span>'],
  ['a Persian ending', 'Kāghaẓ-i Akhbār', '<span class="unbroken">Kāghaẓ-i</span> Akhbār'],
  ['a range', '1700–1930: a', '<span class="unbroken">1700–1930</span>: a'],
])('keeps %s on one line', (_, words, html) => {
  expect(typeset(words, 'ltr', LANGUAGES)).toBe(html);
});

test.each(['a well-known man', 'twenty-one', '1876 - 1880', '1-2-3', 'final -i', 'p. 3-'])(
  'leaves %s alone',
  (words) => {
    expect(typeset(words, 'ltr', LANGUAGES)).toBe(words);
  },
);

test('sets Arabic words apart among Latin ones, with their language and direction', () => {
  expect(typeset('ISIS: قال الوزير، (2014)', 'ltr', LANGUAGES)).toBe(
    'ISIS: <bdi lang="ar" dir="rtl">قال الوزير</bdi>، (2014)',
  );
  expect(typeset('«الأهرام»', 'ltr', LANGUAGES)).toBe('«<bdi lang="ar" dir="rtl">الأهرام</bdi>»');
  expect(typeset('עיתון', 'ltr', LANGUAGES)).toBe('<bdi lang="und-Hebr" dir="rtl">עיתון</bdi>');
});

test('sets Latin words apart among Arabic ones', () => {
  expect(typeset('مجلة The Times، 12', 'rtl', LANGUAGES)).toBe(
    'مجلة <bdi lang="en" dir="ltr">The Times</bdi>، 12',
  );
});

test('leaves words alone that a tag parts', () => {
  const html = 'the paper و<a href="/x/">الأهرام</a> and <em>الهلال</em>';
  expect(typeset(html, 'ltr', LANGUAGES)).toBe(
    'the paper و<a href="/x/">الأهرام</a> and <em><bdi lang="ar" dir="rtl">الهلال</bdi></em>',
  );
});

test('leaves code alone', () => {
  const html = '<pre><code>al-Ahrām  الأهرام\n</code></pre>';
  expect(typeset(html, 'ltr', LANGUAGES)).toBe(html);
});

test('reads no attribute', () => {
  const html = '<a href="/entities/al-ahram/" title="الأهرام al-Ahrām">x</a>';
  expect(typeset(html, 'ltr', LANGUAGES)).toBe(html);
});

test('words come out as they went in', () => {
  const words = fc.string({
    unit: fc.constantFrom(...Array.from('al-ʿاَب <>&–19 ‌"')),
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.constantFrom('ltr', 'rtl'), (some, dir) => {
      const html = wordsToHtml(some, dir, LANGUAGES);
      const back = html
        .replaceAll(/<\/?(?:bdi|span)[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      expect(back).toBe(some);
    }),
  );
});
