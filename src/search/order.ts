import type { SearchTable } from './table.ts';

export const ORDERS = ['relevance', 'newest', 'oldest'] as const;
export type Order = (typeof ORDERS)[number];

/** What is known of a text that was found, for ordering. */
export interface Ranked {
  readonly row: number;
  readonly score: number;
  readonly isNamed: boolean;
}

/** An article with its texts that were found, in the order of the table. */
export interface ArticleHit {
  readonly article: string;
  readonly rows: readonly number[];
}

interface Group {
  readonly article: string;
  readonly rows: number[];
  readonly place: number;
  readonly date: number | undefined;
  score: number;
  isNamed: boolean;
  isOwn: boolean;
}

/**
 * Articles in order. By relevance: those that refer to an entity that was asked for, then those with
 * a text in the reader’s language, then by score. By date: undated last, either way. What is equal
 * stands in order of id, so that the order never depends on filters.
 *
 * @param language the reader’s, as a value of the table’s column
 */
export function orderHits(
  ranked: readonly Ranked[],
  table: SearchTable,
  order: Order,
  language: string,
): ArticleHit[] {
  const { values, rows: languages } = table.columns.language;
  const own = values.indexOf(language);
  const groups = new Map<string, Group>();
  for (const { row, score, isNamed } of ranked.toSorted((a, b) => a.row - b.row)) {
    const about = table.rows[row];
    if (!about) continue;
    const { article, articleOrder: place, dateOrder: date } = about;
    const group = groups.get(article) ?? {
      ...{ article, place, date, rows: [] },
      ...{ score: 0, isNamed: false, isOwn: false },
    };
    group.rows.push(row);
    group.score = Math.max(group.score, score);
    group.isNamed ||= isNamed;
    group.isOwn ||= languages[row]?.includes(own) ?? false;
    groups.set(article, group);
  }
  return [...groups.values()]
    .sort((a, b) => COMPARE[order](a, b) || a.place - b.place)
    .map(({ article, rows }) => ({ article, rows }));
}

const COMPARE: Readonly<Record<Order, (a: Group, b: Group) => number>> = {
  relevance: (a, b) =>
    Number(b.isNamed) - Number(a.isNamed) || Number(b.isOwn) - Number(a.isOwn) || b.score - a.score,
  newest: (a, b) => dated(a, b) || (b.date ?? 0) - (a.date ?? 0),
  oldest: (a, b) => dated(a, b) || (a.date ?? 0) - (b.date ?? 0),
};

function dated(a: Group, b: Group): number {
  return Number(a.date === undefined) - Number(b.date === undefined);
}
