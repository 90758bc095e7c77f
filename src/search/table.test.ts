import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTable, type TabledArticle } from './build/encode-table.ts';
import { decodeTable, FILTERS, resultIdOf } from './table.ts';

const LETTER: TabledArticle = {
  id: 'letter',
  kind: 'letter',
  entities: ['the-press', 'bulaq'],
  date: { moment: -5, years: [1868, 1871] },
};
const NEWS: TabledArticle = {
  id: 'a/news',
  kind: 'news',
  collection: 'Papers',
  entities: [],
  date: { moment: 7, years: [1931, 1931] },
};
const UNDATED: TabledArticle = { id: 'undated', entities: ['bulaq'] };

const BUNDLES = [
  {
    language: 'ar',
    shards: [
      { name: '0aa', texts: [{ article: 'letter', id: 'ar', publisher: 'the-press' }] },
      { name: '1bb', texts: [{ article: 'a/news', id: 'ar', publisher: 'A paper' }] },
    ],
  },
  {
    language: 'en',
    shards: [
      {
        name: '0cc',
        texts: [
          { article: 'letter', id: 'en' },
          { article: 'letter', id: 'en-outlet', publisher: 'A paper' },
          { article: 'undated', id: 'en' },
        ],
      },
    ],
  },
];

const table = decodeTable(JSON.parse(encodeTable([LETTER, UNDATED, NEWS], BUNDLES)));

function valuesOf(row: number): Record<string, readonly (string | undefined)[]> {
  return Object.fromEntries(
    FILTERS.map((filter) => {
      const { values, rows } = table.columns[filter];
      return [filter, (rows[row] ?? []).map((place) => values[place])];
    }),
  );
}

test('has a row for each text, language after language', () => {
  expect(table.rows.map(({ article, text }) => `${article}/${text}`)).toEqual([
    'letter/ar',
    'a/news/ar',
    'letter/en',
    'letter/en-outlet',
    'undated/en',
  ]);
});

test('says of each row the values of every filter', () => {
  expect(valuesOf(0)).toEqual({
    language: ['ar'],
    kind: ['letter'],
    collection: [],
    publisher: ['the-press'],
    entity: ['bulaq', 'the-press'],
  });
  expect(valuesOf(1)).toMatchObject({ kind: ['news'], collection: ['Papers'], entity: [] });
  expect(valuesOf(4)).toEqual({
    language: ['en'],
    kind: [],
    collection: [],
    publisher: [],
    entity: ['bulaq'],
  });
});

test('orders by date, and by the id of the article', () => {
  expect(table.rows.map(({ dateOrder }) => dateOrder)).toEqual([0, 1, 0, 0, undefined]);
  expect(table.rows.map(({ articleOrder }) => articleOrder)).toEqual([1, 0, 1, 1, 2]);
});

test('knows the years that a date can mean', () => {
  expect(table.rows.map(({ years }) => years)).toEqual([
    [1868, 1871],
    [1931, 1931],
    [1868, 1871],
    [1868, 1871],
    undefined,
  ]);
});

test('finds the row of a result', () => {
  const ids = [
    resultIdOf('0aa', 0),
    resultIdOf('1bb', 0),
    ...[0, 1, 2].map((page) => resultIdOf('0cc', page)),
  ];
  expect(ids.map(table.rowOf)).toEqual([0, 1, 2, 3, 4]);
});

test('knows no row for a result of another build', () => {
  expect(['0ab-0', '0cc-3', 'en_1a2b3c4', ''].map(table.rowOf)).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});

test('is the same whatever the order in which articles are given', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([LETTER, UNDATED, NEWS], { minLength: 3 }),
      (articles) =>
        encodeTable(articles, BUNDLES) === encodeTable([LETTER, UNDATED, NEWS], BUNDLES),
    ),
  );
});

test('holds nothing of an archive without articles', () => {
  const empty = decodeTable(JSON.parse(encodeTable([], [])));
  expect(empty.rows).toEqual([]);
  expect(empty.columns.entity).toEqual({ values: [], rows: [] });
});

test('is refused in another format, and with a text of no article', () => {
  expect(() => decodeTable({ format: 0 })).toThrow('another version');
  expect(() => encodeTable([NEWS], BUNDLES)).toThrow('letter');
});
