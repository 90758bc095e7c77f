import type { ArticleSummary, EntitySummary, PageSummary } from '#model/compiled.ts';
import type { ArticleId, EntityId } from '#model/ids.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import type { Redirects } from '#model/schema/redirects.ts';
import { orderOfDate } from '#interface/date.ts';
import { rememberedOf } from '#text/remembered.ts';
import { dateOf } from './article.ts';

/** The whole archive without its bodies. Articles, entities and pages are in order of id. */
export interface Catalogue {
  readonly archive: ArchiveRecord;
  readonly articles: readonly ArticleSummary[];
  readonly entities: readonly EntitySummary[];
  readonly pages: readonly PageSummary[];
  readonly redirects: Redirects;
}

/** What an entity is to an article that refers to it. */
export type Part = 'speaker' | 'author' | 'translator' | 'publisher' | 'holder' | 'named';

/** An article that refers to an entity, and as what. */
export interface Appearance {
  readonly article: ArticleId;
  /** Of the article, as EDTF; absent where it has none. */
  readonly date?: string;
  readonly parts: readonly Part[];
  /** How often its texts name the entity, and in how many rows. */
  readonly mentions: number;
  readonly rows: number;
}

/** How often an article names an entity, and in how many rows. */
type Count = Pick<Appearance, 'mentions' | 'rows'>;

/**
 * The articles that refer to each entity, in their records or by naming it: in order of date, the
 * undated last, equal dates in order of id.
 */
export function appearances(
  articles: readonly ArticleSummary[],
  mentioned: ReadonlyMap<ArticleId, ReadonlyMap<EntityId, Count>>,
): ReadonlyMap<EntityId | string, readonly Appearance[]> {
  const found = new Map<string, Appearance[]>();
  for (const { article } of inOrderOfDate(articles)) {
    for (const [entity, appearance] of appearancesIn(article)(mentioned.get(article.id) ?? NONE)) {
      const list = found.get(entity);
      if (list) list.push(appearance);
      else found.set(entity, [appearance]);
    }
  }
  return found;
}

const NONE: ReadonlyMap<EntityId, Count> = new Map();

/** Whom an article refers to, and as what; after an edit all but one article are what they were. */
const appearancesIn = rememberedOf((article: ArticleSummary) =>
  rememberedOf((mentioned: ReadonlyMap<EntityId, Count>) => {
    const parts = new Map<string, Set<Part>>();
    const add = (entity: string | undefined, part: Part): void => {
      if (entity === undefined) return;
      parts.set(entity, (parts.get(entity) ?? new Set()).add(part));
    };
    article.record.speaker?.forEach((entity) => {
      add(entity, 'speaker');
    });
    article.record.entities?.forEach((entity) => {
      add(entity, 'named');
    });
    for (const { record } of article.texts) {
      const { author = [], translator, publisher, rights } = record;
      const translators = translator?.kind === 'people' ? translator.people : [];
      for (const person of author) if ('entity' in person) add(person.entity, 'author');
      for (const person of translators) if ('entity' in person) add(person.entity, 'translator');
      add(publisher, 'publisher');
      add(rights?.holder, 'holder');
    }
    const counts = new Map<string, Count>(mentioned);
    for (const entity of counts.keys()) add(entity, 'named');
    const date = dateOf(article)?.date;
    return [...parts].map(([entity, some]): readonly [string, Appearance] => {
      const { mentions, rows } = counts.get(entity) ?? { mentions: 0, rows: 0 };
      const dated = date !== undefined && { date };
      return [entity, { article: article.id, ...dated, parts: [...some], mentions, rows }];
    });
  }),
);

function inOrderOfDate(
  articles: readonly ArticleSummary[],
): readonly { readonly article: ArticleSummary; readonly order: number }[] {
  return articles
    .map((article) => ({ article, order: orderIn(article) }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.article.id, b.article.id));
}

const orderIn = rememberedOf((article: ArticleSummary) => {
  const order = orderOfDate(dateOf(article)?.date);
  return order === -Infinity ? Infinity : order;
});

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
