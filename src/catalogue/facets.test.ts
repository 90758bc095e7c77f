import { expect, test } from 'vitest';
import { articlesOnPage, type Browsed, facetsOf, pagesOf } from './facets.ts';

function article(kind: string | undefined, ...langs: readonly string[]): Browsed {
  return { record: { kind }, texts: langs.map((lang) => ({ lang })) };
}

const counts = (articles: readonly Browsed[]): string[] =>
  facetsOf(articles).map(({ by, slug, articles: some }) => `${by}/${slug} ${String(some.length)}`);

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
