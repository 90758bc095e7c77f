import { expect, test } from 'vitest';
import { encodeTable } from './build/encode-table.ts';
import { narrow, type Narrowing } from './narrow.ts';
import { orderHits } from './order.ts';
import { decodeTable } from './table.ts';

const file: unknown = JSON.parse(
  encodeTable(
    [
      {
        id: 'a',
        kind: 'letter',
        entities: ['bulaq', 'cairo'],
        date: { moment: 2, years: [1822, 1824] },
      },
      { id: 'b', kind: 'letter', entities: ['cairo'], date: { moment: 1, years: [1821, 1821] } },
      { id: 'c', kind: 'report', entities: [] },
    ],
    [
      { language: 'ar', shards: [{ name: 'x', texts: [{ article: 'a', id: 'ar' }] }] },
      {
        language: 'en',
        shards: [
          {
            name: 'y',
            texts: [
              { article: 'a', id: 'en', publisher: 'A paper' },
              { article: 'b', id: 'en' },
              { article: 'c', id: 'en' },
            ],
          },
        ],
      },
    ],
  ),
);
const table = decodeTable(file);
const ALL = [0, 1, 2, 3];
const NOTHING: Narrowing = {
  chosen: { language: [], kind: [], collection: [], publisher: [], entity: [] },
  from: undefined,
  to: undefined,
};

test('without filters everything is left, and every value is counted', () => {
  const { rows, counts, years } = narrow(ALL, table, NOTHING);
  expect(rows).toEqual(ALL);
  expect([...counts.kind]).toEqual([
    ['letter', 3],
    ['report', 1],
  ]);
  expect([...counts.entity]).toEqual([
    ['bulaq', 2],
    ['cairo', 3],
  ]);
  expect(years).toEqual([1821, 1824]);
});

test('a filter does not narrow its own counts, only those of others', () => {
  const chosen = { ...NOTHING.chosen, language: ['en'], kind: ['letter'] };
  const { rows, counts } = narrow(ALL, table, { ...NOTHING, chosen });
  expect(rows).toEqual([1, 2]);
  expect([...counts.kind]).toEqual([
    ['letter', 2],
    ['report', 1],
  ]);
  expect([...counts.language]).toEqual([
    ['ar', 1],
    ['en', 2],
  ]);
  expect([...counts.publisher]).toEqual([['A paper', 1]]);
});

test('one of several values is enough; a value that nothing has leaves nothing', () => {
  const either = { ...NOTHING.chosen, kind: ['letter', 'report'] };
  expect(narrow(ALL, table, { ...NOTHING, chosen: either }).rows).toEqual(ALL);
  const none = { ...NOTHING.chosen, kind: ['poem'] };
  expect(narrow(ALL, table, { ...NOTHING, chosen: none }).rows).toEqual([]);
});

test('years keep what can be of them, and nothing undated', () => {
  expect(narrow(ALL, table, { ...NOTHING, from: 1823 }).rows).toEqual([0, 1]);
  expect(narrow(ALL, table, { ...NOTHING, to: 1822 }).rows).toEqual([0, 1, 2]);
  expect(narrow(ALL, table, { ...NOTHING, from: 1900 }).rows).toEqual([]);
});

test('by date, undated articles stand last either way', () => {
  const ranked = ALL.map((row) => ({ row, score: row, isNamed: false }));
  const ids = (order: 'newest' | 'oldest'): string[] =>
    orderHits(ranked, table, order, 'en').map(({ article }) => article);
  expect(ids('newest')).toEqual(['a', 'b', 'c']);
  expect(ids('oldest')).toEqual(['b', 'a', 'c']);
});

test('by relevance, articles come first that refer to the entity, then those in the reader’s language', () => {
  const ranked = [
    { row: 3, score: 9, isNamed: false },
    { row: 2, score: 1, isNamed: true },
    { row: 0, score: 5, isNamed: false },
  ];
  expect(orderHits(ranked, table, 'relevance', 'en').map(({ article }) => article)).toEqual([
    'b',
    'c',
    'a',
  ]);
});

test('what is equal stands in order of id', () => {
  const ranked = [3, 2, 1].map((row) => ({ row, score: 1, isNamed: false }));
  expect(orderHits(ranked, table, 'relevance', 'ar')).toEqual([
    { article: 'a', rows: [1] },
    { article: 'b', rows: [2] },
    { article: 'c', rows: [3] },
  ]);
});
