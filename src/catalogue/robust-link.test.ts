import { expect, test } from 'vitest';
import { captureDate, toRobust } from './robust-link.ts';

test('the day of a capture is in its address, else the day of reading, else not known', () => {
  const archived = 'https://web.archive.org/web/20231030200812/https://outlet.example/1';
  expect(captureDate({ archived, retrieved: '2024-01-01' })).toBe('2023-10-30');
  expect(captureDate({ archived: 'https://archive.example/x', retrieved: '2024-01-01' })).toBe(
    '2024-01-01',
  );
  expect(captureDate({ archived: 'https://archive.example/12345678901234/' })).toBeUndefined();
});

test('a link says only what is known of it', () => {
  expect(toRobust({ url: 'https://outlet.example/1' })).toEqual({
    'data-originalurl': 'https://outlet.example/1',
    'data-versionurl': undefined,
    'data-versiondate': undefined,
  });
});

test('a capture alone tells what it is of where its address does, and no date that is no day', () => {
  const archived = 'https://web.archive.org/web/20230102030405/https://press.example/a?b=c';
  expect(toRobust({ archived })).toEqual({
    'data-originalurl': 'https://press.example/a?b=c',
    'data-versionurl': archived,
    'data-versiondate': '2023-01-02',
  });
  const read = toRobust({ url: 'https://press.example/a', retrieved: '2023-05~' });
  expect(read['data-versiondate']).toBeUndefined();
});
