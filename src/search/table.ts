/**
 * The table of the archive’s texts by which a search is narrowed, counted and ordered: a row a
 * text, a column a filter. One file beside the bundles, `TABLE_FILE`, read on first use. What
 * belongs to the article (kind, collection, entities, date) is the same in all rows of its texts.
 */
export const TABLE_FILE = 'table.json';

/** The filters that have a column. Values: primary language, words of the record, entity ids. */
export const FILTERS = ['language', 'kind', 'collection', 'publisher', 'entity'] as const;
export type Filter = (typeof FILTERS)[number];

/** The values of a filter, and which of them each row has. */
export interface Column {
  /** In byte order, each once. */
  readonly values: readonly string[];
  /** By row, places in `values`; an entity column may have several a row, the others one or none. */
  readonly rows: readonly (readonly number[])[];
}

/** A row: one text. */
export interface TableRow {
  readonly article: string;
  readonly text: string;
  /** The place of its article among all articles in order of id: breaks ties, groups texts. */
  readonly articleOrder: number;
  /** By date, the earliest first, from 0; equal dates have equal places; undefined without a date. */
  readonly dateOrder: number | undefined;
  /** The years that its date can mean, both included; undefined without a date. */
  readonly years: readonly [from: number, to: number] | undefined;
}

export interface SearchTable {
  /** The rows, language after language, each in the order of its bundle’s pages. */
  readonly rows: readonly TableRow[];
  readonly columns: Readonly<Record<Filter, Column>>;
  /**
   * The row of one of Pagefind’s results. Undefined where the bundle is of another build than the
   * table, as after a deployment between the two requests: then the table is to be read anew.
   */
  readonly rowOf: (resultId: string) => number | undefined;
}

/** The id that the n-th page of a shard has in its bundle, and so every result that it is. */
export function resultIdOf(shard: string, page: number): string {
  return `${shard}-${page.toString(36)}`;
}

/** The file as it stands: of what belongs to articles a value an article, of the rest one a text. */
export interface TableFile {
  readonly format: typeof TABLE_FORMAT;
  /** Ids in byte order. */
  readonly articles: readonly string[];
  readonly kind: EncodedColumn;
  readonly collection: EncodedColumn;
  readonly entity: EncodedColumn;
  /** Places by date; -1 without one. */
  readonly dateOrder: readonly number[];
  /** First years, and how many more years follow; null without a date. */
  readonly year: readonly (number | null)[];
  readonly moreYears: readonly number[];
  /** Ids of texts, each once. */
  readonly texts: readonly string[];
  readonly publishers: readonly string[];
  readonly languages: readonly {
    readonly language: string;
    /** Name and number of texts. */
    readonly shards: readonly (readonly [name: string, texts: number])[];
    /** By row, how far its article is from that of the row before. */
    readonly article: readonly number[];
    /** By row, the place of its id in `texts`. */
    readonly text: readonly number[];
    /** By row, the place in `publishers`; -1 without one. */
    readonly publisher: readonly number[];
  }[];
}

/** A place in `values`, several of them, or -1 for none. */
export interface EncodedColumn {
  readonly values: readonly string[];
  readonly at: readonly (number | readonly number[])[];
}

export const TABLE_FORMAT = 1;

/** Reads the file’s JSON, parsed. Throws where it is no table of this format. */
export function decodeTable(file: unknown): SearchTable {
  if (!isTableFile(file)) throw new Error('The search table is of another version of the site.');
  const languages = file.languages.map(({ language }) => language);
  const articles = file.articles.map((_, article) => articleOf(file, article));
  const starts = new Map<string, { readonly row: number; readonly texts: number }>();
  const rows: TableRow[] = [];
  const at: Record<Filter, (readonly number[])[]> = {
    language: [],
    kind: [],
    collection: [],
    publisher: [],
    entity: [],
  };
  for (const [place, part] of file.languages.entries()) {
    let row = rows.length;
    for (const [shard, texts] of part.shards) {
      starts.set(shard, { row, texts });
      row += texts;
    }
    let article = 0;
    for (const [index, step] of part.article.entries()) {
      article += step;
      const shared = articles[article];
      if (!shared) continue;
      rows.push({ ...shared.row, text: file.texts[part.text[index] ?? 0] ?? '' });
      at.language.push([place]);
      at.publisher.push(places(part.publisher[index]));
      for (const filter of ['kind', 'collection', 'entity'] as const) {
        at[filter].push(shared[filter]);
      }
    }
  }
  return {
    rows,
    columns: {
      language: { values: languages, rows: at.language },
      kind: { values: file.kind.values, rows: at.kind },
      collection: { values: file.collection.values, rows: at.collection },
      publisher: { values: file.publishers, rows: at.publisher },
      entity: { values: file.entity.values, rows: at.entity },
    },
    rowOf: (resultId) => {
      const [, shard = '', page = ''] = /^(.+)-([0-9a-z]+)$/.exec(resultId) ?? [];
      const start = starts.get(shard);
      const number = Number.parseInt(page, 36);
      return start && number < start.texts ? start.row + number : undefined;
    },
  };
}

/** What all rows of an article share; made once, so that ten thousand rows take little memory. */
function articleOf(file: TableFile, article: number) {
  const year = file.year[article] ?? undefined;
  const dateOrder = file.dateOrder[article] ?? -1;
  const row: Omit<TableRow, 'text'> = {
    article: file.articles[article] ?? '',
    articleOrder: article,
    dateOrder: dateOrder < 0 ? undefined : dateOrder,
    years: year === undefined ? undefined : [year, year + (file.moreYears[article] ?? 0)],
  };
  return {
    row,
    kind: places(file.kind.at[article]),
    collection: places(file.collection.at[article]),
    entity: places(file.entity.at[article]),
  };
}

function places(at: number | readonly number[] | undefined): readonly number[] {
  if (typeof at !== 'number') return at ?? [];
  return at < 0 ? [] : [at];
}

/** The archive’s own build wrote it; this only tells it from another version’s. */
function isTableFile(value: unknown): value is TableFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === TABLE_FORMAT
  );
}
