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
