import { expect, test } from 'vitest';
import { articlesOnPage, type Browsed, type FacetBy, facetsOf, pagesOf } from './facets.ts';

function article(kind: string | undefined, ...langs: readonly string[]): Browsed {
  return { record: { kind }, texts: langs.map((lang) => ({ lang, record: { role: 'original' } })) };
}

const counts = (articles: readonly Browsed[], ...some: readonly FacetBy[]): string[] =>
  facetsOf(articles)
    .filter(({ by }) => (some.length === 0 ? ['kind', 'language'] : some).includes(by))
    .map(({ by, slug, articles: some }) => `${by}/${slug} ${String(some.length)}`);

test('counts an article once for its kind and once for each of its languages', () => {
  expect(
    counts([
      article('letter', 'ar', 'en', 'en'),
      article('letter', 'fa'),
      article('news', 'ar', 'en'),
      article(undefined, 'ar'),
    ]),
  ).toEqual(['kind/letter 2', 'kind/news 1', 'language/ar 3', 'language/en 2', 'language/fa 1']);
});

test('kinds that an editor made up have an address, and one for each way to write them', () => {
  expect(counts([article('Open letter'), article('open  letter'), article('بيان صحفي')])).toEqual([
    'kind/open-letter 2',
    'kind/بيان-صحفي 1',
  ]);
});

test('long facets stand on several pages, which hold every article once', () => {
  const articles = Array.from({ length: 250 }, () => article('news'));
  const [facet] = facetsOf(articles);
  if (!facet) throw new Error('There is one facet.');
  expect(pagesOf(facet)).toBe(3);
  expect([1, 2, 3].flatMap((page) => articlesOnPage(facet, page))).toEqual(articles);
});

test('years go from the latest, with decades as they are known, and undated articles last', () => {
  const dated = (date: string | undefined): Browsed => ({ record: { date }, texts: [] });
  const articles = ['1868-05-01', undefined, '1921?', '186X', '1868'].map(dated);
  expect(counts(articles, 'year')).toEqual([
    'year/1921 1',
    'year/186x 1',
    'year/1868 2',
    'year/undated 1',
  ]);
});

test('an article stands under each of its publishers once', () => {
  const text = (publisher: string) => ({ lang: 'en', record: { role: 'version', publisher } });
  const one = { record: {}, texts: [text('the-press'), text('the-press'), text('The Gazette')] };
  expect(counts([one], 'publisher')).toEqual(['publisher/the-gazette 1', 'publisher/the-press 1']);
});
