import { expect, test } from 'vitest';
import type { Appearance } from '#catalogue/catalogue.ts';
import { archiveAtHand, putAtHand } from './archive-at-hand.ts';
import type { ArchiveRecords } from './records.ts';
import { tracedArchive } from './traced-archive.ts';

const RECORDS: ArchiveRecords = {
  archive: new Map([
    [
      'archive',
      {
        id: 'archive' as const,
        record: {
          title: { en: 'An archive' },
          url: 'https://archive.example.org',
          languages: ['en', 'ar'],
          publisher: { name: 'A library' },
          licence: 'CC0-1.0',
        },
        compiled: '/compiled',
        problems: [],
      },
    ],
  ]),
  articles: new Map(),
  headings: new Map(),
  passages: new Map(),
  entities: new Map(),
  appearances: new Map<string, readonly Appearance[]>([['a', []]]),
  styles: new Map(),
  pages: new Map(),
  former: new Map(),
  editions: new Map(),
};

test('tells what some work has asked, however deep in it and whatever else goes on', async () => {
  const archive = tracedArchive(RECORDS);
  putAtHand(archive);
  const ask = async (id: string): Promise<void> => {
    await Promise.resolve();
    archiveAtHand().one('entities', id);
  };
  const [first, second] = await Promise.all([
    archive.trace(async () => {
      await ask('a');
      archiveAtHand().all('articles');
      await ask('a');
    }),
    archive.trace(() => ask('1868/b')),
  ]);
  expect([...first.questions]).toEqual(['entities/a', 'articles']);
  expect([...second.questions]).toEqual(['entities/1868/b']);
});

test('tells answers apart: one record, a record that is not there, and all of a kind', () => {
  const before = tracedArchive(RECORDS);
  const appearances = new Map<string, readonly Appearance[]>([
    ['a', []],
    ['b', []],
  ]);
  const after = tracedArchive({ ...RECORDS, appearances });
  expect(after.digest('appearances/a')).toBe(before.digest('appearances/a'));
  expect(after.digest('appearances/b')).not.toBe(before.digest('appearances/b'));
  expect(after.digest('appearances')).not.toBe(before.digest('appearances'));
  expect(after.digest('entities')).toBe(before.digest('entities'));
});
