import { getCollection, getEntry } from 'astro:content';
import { dateOf } from '#catalogue/article.ts';
import { orderOfDate } from '#interface/date.ts';
import { pagesFor } from '#catalogue/pages-of-passages.ts';
import type { ArticleSummary } from '#model/compiled.ts';
import { pageOf } from '#model/schema/entity.ts';
import type { EntityEntry } from './records.ts';

/** All articles, the latest first; undated ones last; equal dates in order of id. */
export async function allArticles(): Promise<ArticleSummary[]> {
  const entries = await getCollection('articles');
  return entries
    .map(({ data }) => ({ article: data, order: orderOfDate(dateOf(data)?.date) }))
    .sort((a, b) => b.order - a.order || (a.article.id < b.article.id ? -1 : 1))
    .map(({ article }) => article);
}

/** The articles of a list of ids, in its order; those that are not there are left out. */
export async function articlesById(ids: readonly string[]): Promise<ArticleSummary[]> {
  const articles: ArticleSummary[] = [];
  for (const id of ids) {
    const entry = await getEntry('articles', id);
    if (entry) articles.push(entry.data);
  }
  return articles;
}

/** All entities in order of id. */
export async function allEntities(): Promise<EntityEntry[]> {
  const entries = await getCollection('entities');
  return entries.map(({ data }) => data);
}

/** The further pages of entities that are named more often than one page shows. */
export async function pagesOfMentions(): Promise<
  { readonly entity: EntityEntry; readonly page: number }[]
> {
  const entities = await allEntities();
  return entities
    .filter(({ record }) => pageOf(record) !== 'none')
    .flatMap((entity) => {
      const pages = pagesFor(entity.appearances.reduce((sum, { rows }) => sum + rows, 0));
      return Array.from({ length: pages - 1 }, (_, index) => ({ entity, page: index + 2 }));
    });
}
