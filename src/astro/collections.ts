import type { Appearance } from '#catalogue/catalogue.ts';
import { dateOf } from '#catalogue/article.ts';
import { type Facet, facetsOf } from '#catalogue/facets.ts';
import { orderOfDate } from '#interface/date.ts';
import { pagesFor } from '#catalogue/pages-of-passages.ts';
import type {
  ArticleHeading,
  ArticleSummary,
  EntitySummary,
  TextSummary,
} from '#model/compiled.ts';
import { archiveAtHand } from './archive-at-hand.ts';

/** All articles, the latest first; undated ones last; equal dates in order of id. */
export function allArticles(): readonly ArticleHeading[] {
  const articles = archiveAtHand().all('headings');
  let latestFirst = sorted.get(articles);
  if (!latestFirst) sorted.set(articles, (latestFirst = byDate(articles)));
  return latestFirst;
}

/** Orders of lists that pages have asked for; several ask for the same. */
const sorted = new WeakMap<readonly ArticleHeading[], readonly ArticleHeading[]>();

function byDate(articles: readonly ArticleHeading[]): readonly ArticleHeading[] {
  return articles
    .map((article) => ({ article, order: orderOfDate(dateOf(article)?.date) }))
    .sort((a, b) => b.order - a.order || (a.article.id < b.article.id ? -1 : 1))
    .map(({ article }) => article);
}

/** The facets of all articles; several pages ask for the same. */
export function allFacets(): readonly Facet<ArticleHeading>[] {
  const articles = allArticles();
  let facets = parted.get(articles);
  if (!facets) parted.set(articles, (facets = facetsOf(articles)));
  return facets;
}

const parted = new WeakMap<readonly ArticleHeading[], readonly Facet<ArticleHeading>[]>();

/** A facet by its segments. Throws where there is none: its page would not have been asked for. */
export function facetBySlug(by: string, slug: string): Facet<ArticleHeading> {
  const facet = allFacets().find((one) => one.by === by && one.slug === slug);
  if (!facet) throw new Error(`There is no facet ${by}/${slug}.`);
  return facet;
}

/** An article by its id. Throws where there is none: its page would not have been asked for. */
export function articleById(id: string): ArticleSummary {
  const article = archiveAtHand().one('articles', id);
  if (!article) throw new Error(`There is no article ${id}.`);
  return article;
}

/** A text of an article by both ids. Throws where there is none. */
export function textById(
  articleId: string,
  textId: string,
): { article: ArticleSummary; text: TextSummary } {
  const article = articleById(articleId);
  const text = article.texts.find(({ id }) => id === textId);
  if (!text) throw new Error(`There is no text ${textId} of the article ${articleId}.`);
  return { article, text };
}

/** The articles of a list of ids, in its order; those that are not there are left out. */
export function articlesById(ids: readonly string[]): ArticleHeading[] {
  return ids.flatMap((id) => archiveAtHand().one('headings', id) ?? []);
}

/** All entities in order of id. */
export function allEntities(): readonly EntitySummary[] {
  return archiveAtHand().all('entities');
}

/** An entity by its id. Throws where there is none: its page would not have been asked for. */
export function entityById(id: string): EntitySummary {
  const entity = archiveAtHand().one('entities', id);
  if (!entity) throw new Error(`There is no entity ${id}.`);
  return entity;
}

/** The articles that refer to an entity, and as what. */
export function appearancesOf(entity: string): readonly Appearance[] {
  return archiveAtHand().one('appearances', entity) ?? [];
}

/** On how many pages the places stand that name an entity. */
export function pagesOfMentions(entity: string): number {
  return pagesFor(appearancesOf(entity).reduce((sum, { rows }) => sum + rows, 0));
}
