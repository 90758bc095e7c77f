import { dateOf } from '#catalogue/article.ts';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import { orderOfDate, yearsOfDate } from '#interface/date.ts';
import type { ArticleSummary } from '#model/compiled.ts';
import {
  encodeTable,
  type TabledArticle,
  type TabledDate,
  type TabledLanguage,
  type TabledText,
} from '#search/build/encode-table.ts';
import { textAddress } from '#catalogue/addresses.ts';
import type { IndexedLanguage } from './index-texts.ts';

/**
 * The table by which searches in the archive are narrowed, counted and ordered.
 *
 * @param appearances the articles of each entity, as its page lists them
 */
export function searchTable(
  { articles, entities: all }: Pick<Catalogue, 'articles' | 'entities'>,
  appearances: ReadonlyMap<string, readonly Appearance[]>,
  indexed: readonly IndexedLanguage[],
): string {
  const entities = new Map<string, string[]>();
  // Publishers may be bare names; those are no entities.
  for (const { id } of all) {
    for (const { article } of appearances.get(id) ?? []) {
      const list = entities.get(article) ?? [];
      list.push(id);
      entities.set(article, list);
    }
  }
  const texts = new Map(
    articles.flatMap(({ id: article, texts: own }) =>
      own.map(({ id, record }) => {
        const tabled: TabledText = { article, id, publisher: record.publisher };
        return [textAddress(article, id), tabled] as const;
      }),
    ),
  );
  const languages = indexed.map(({ language, shards }): TabledLanguage => ({
    language,
    shards: shards.map(({ name, urls }) => ({
      name,
      texts: urls.flatMap((url) => texts.get(url) ?? []),
    })),
  }));
  const tabled = articles.map((article): TabledArticle => ({
    id: article.id,
    kind: article.record.kind,
    collection: article.record.collection,
    entities: entities.get(article.id) ?? [],
    date: tabledDate(article),
  }));
  return encodeTable(tabled, languages);
}

function tabledDate(article: ArticleSummary): TabledDate | undefined {
  const date = dateOf(article)?.date;
  const years = date === undefined ? undefined : yearsOfDate(date);
  return years && { moment: orderOfDate(date), years };
}
