import { TABLE_FORMAT, type EncodedColumn, type TableFile } from '#search/table.ts';

/** What the table says of an article. */
export interface TabledArticle {
  readonly id: string;
  readonly kind?: string | undefined;
  readonly collection?: string | undefined;
  /** Ids of the entities that it refers to, in its records or by a link in its words. */
  readonly entities: readonly string[];
  /** Its date: a moment to order by, and the years that it can mean. */
  readonly date?: TabledDate | undefined;
}

export interface TabledDate {
  /** In milliseconds since 1970 UTC; only its order matters. */
  readonly moment: number;
  readonly years: readonly [from: number, to: number];
}

/** What the table says of a text. */
export interface TabledText {
  readonly article: string;
  readonly id: string;
  readonly publisher?: string | undefined;
}

/** The texts of one bundle by shard, in the order of its pages. */
export interface TabledLanguage {
  readonly language: string;
  readonly shards: readonly { readonly name: string; readonly texts: readonly TabledText[] }[];
}

/** Writes the table. Throws where a text names an article that is not there. */
export function encodeTable(
  articles: readonly TabledArticle[],
  languages: readonly TabledLanguage[],
): string {
  const inOrder = articles.toSorted((a, b) => compare(a.id, b.id));
  const articlePlaces = placesOf(inOrder.map(({ id }) => id));
  const all = languages.flatMap(({ shards }) => shards.flatMap(({ texts }) => texts));
  const texts = sorted(all.map(({ id }) => id));
  const publishers = sorted(all.flatMap(({ publisher }) => publisher ?? []));
  const textPlaces = placesOf(texts);
  const publisherPlaces = placesOf(publishers);
  const moments = placesOf(
    [...new Set(inOrder.flatMap(({ date }) => date?.moment ?? []))].sort((a, b) => a - b),
  );
  const file: TableFile = {
    format: TABLE_FORMAT,
    articles: inOrder.map(({ id }) => id),
    kind: column(inOrder.map(({ kind }) => kind)),
    collection: column(inOrder.map(({ collection }) => collection)),
    entity: column(inOrder.map(({ entities }) => entities)),
    dateOrder: inOrder.map(({ date }) => (date ? (moments.get(date.moment) ?? -1) : -1)),
    year: inOrder.map(({ date }) => date?.years[0] ?? null),
    moreYears: inOrder.map(({ date }) => (date ? date.years[1] - date.years[0] : 0)),
    texts,
    publishers,
    languages: languages.map(({ language, shards }) => {
      const rows = shards.flatMap((shard) => shard.texts);
      return {
        language,
        shards: shards.map(({ name, texts: some }) => [name, some.length]),
        article: steps(rows.map(({ article }) => placeIn(articlePlaces, article))),
        text: rows.map(({ id }) => placeIn(textPlaces, id)),
        publisher: rows.map(({ publisher }) =>
          publisher === undefined ? -1 : placeIn(publisherPlaces, publisher),
        ),
      };
    }),
  };
  return JSON.stringify(file);
}

function column(of: readonly (string | readonly string[] | undefined)[]): EncodedColumn {
  const values = sorted(of.flatMap((one) => one ?? []));
  const places = placesOf(values);
  return {
    values,
    at: of.map((one) => {
      if (one === undefined) return -1;
      const some = sorted([one].flat()).map((value) => placeIn(places, value));
      const [only = -1] = some;
      return some.length > 1 ? some : only;
    }),
  };
}

function steps(places: readonly number[]): number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort(compare);
}

function placesOf<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  return new Map(values.map((value, place) => [value, place]));
}

function placeIn(places: ReadonlyMap<string, number>, value: string): number {
  const place = places.get(value);
  if (place === undefined) throw new Error(`The search table lacks ${value}.`);
  return place;
}

/** By code units, so that no machine’s locale has a say. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
