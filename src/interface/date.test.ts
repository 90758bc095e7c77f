import { expect, test } from 'vitest';
import { formatDate, orderOfDate, yearsOfDate } from './date.ts';

test.each([
  ['2023-10-30', '30 October 2023', '30 أكتوبر 2023'],
  ['2023-10', 'October 2023', 'أكتوبر 2023'],
  ['2023', '2023', '2023'],
  ['1931?', '1931?', '1931؟'],
  ['1931~', 'c. 1931', 'نحو 1931'],
  ['1927/1931', '1927 – 1931', '1927 – 1931'],
  ['1822/1840~', '1822 – c. 1840', '1822 – نحو 1840'],
  ['1822/', 'from 1822', 'منذ 1822'],
  ['/1822', 'until 1822', 'حتى 1822'],
  ['192X', '1920 – 1929', '1920 – 1929'],
  ['2023-22', 'summer 2023', 'صيف 2023'],
  ['-0044', '45 BC', '45 ق.م'],
  ['2023-10-30T20:08', '30 October 2023, 20:08', '30 أكتوبر 2023، 20:08'],
])('%s is %j in English and %j in Arabic', (value, english, arabic) => {
  expect(formatDate(value, 'en')).toBe(english);
  expect(formatDate(value, 'ar')).toBe(arabic);
});

test('month names and digits follow the region', () => {
  expect(formatDate('2023-10-30', 'ar-LB')).toBe('٣٠ تشرين الأول ٢٠٢٣');
  expect(formatDate('2023-10-30', 'en-US')).toBe('October 30, 2023');
});

test('undated comes before every date, times within a day in order', () => {
  const dates = ['2023-10-30T20:08', undefined, '1727', '2023-10-30', '1822/1840~', '/1700'];
  const ordered = dates
    .map((date) => ({ date, order: orderOfDate(date) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  expect(ordered.map(({ date }) => date)).toEqual([
    undefined,
    '/1700',
    '1727',
    '1822/1840~',
    '2023-10-30',
    '2023-10-30T20:08',
  ]);
});

test.each([
  ['2023-10-30', [2023, 2023]],
  ['2023-10-30T20:08', [2023, 2023]],
  ['1868/1871-05', [1868, 1871]],
  ['192X', [1920, 1929]],
  ['[1667,1670]', [1667, 1670]],
  ['2023-22', [2023, 2023]],
  ['1822/', [1822, 1822]],
  ['../1820', [1820, 1820]],
  ['-0044', [-44, -44]],
  ['../..', undefined],
] as const)('the years of %s are %j', (value, years) => {
  expect(yearsOfDate(value)).toEqual(years);
});
