import { expect, test } from 'vitest';
import { overTime } from './over-time.ts';

/** Dates with how often each counts, as `1880:2`. */
function shown(...dates: readonly string[]): string {
  const { bars, wide, undated } = overTime(
    dates.map((one) => {
      const [date = '', count = '1'] = one.split(':');
      return { date: date === '' ? undefined : date, count: Number(count) };
    }),
  );
  const full = bars.filter(({ count }) => count > 0);
  return `${full.map(({ period, count }) => `${period}:${String(count)}`).join(' ')}, wide ${String(wide)}, undated ${String(undated)}`;
}

test.each([
  [['1880-01-03', '1880-03', '1881-12~'], '1880-01:1 1880-03:1 1881-12:1, wide 0, undated 0'],
  [['1880-01', '1881'], '1880:1 1881:1, wide 0, undated 0'],
  [['1880', '1920:3'], '1880:1 1920:3, wide 0, undated 0'],
  [['1800', '1880'], '180X:1 188X:1, wide 0, undated 0'],
  [['1514', '2010'], '15XX:1 20XX:1, wide 0, undated 0'],
  [['', '1880'], '1880:1, wide 0, undated 1'],
  [[''], ', wide 0, undated 1'],
])('%j are the bars %s', (dates, expected) => {
  expect(shown(...dates)).toBe(expected);
});

test.each([
  [['151X:2', '1880', '1881:3'], '1880:1 1881:3, wide 2, undated 0'],
  [['188X', '1800', '1801'], '1800:1 1801:1, wide 1, undated 0'],
  [['../1880', '/1880', '1880', '1881'], '1880:1 1881:1, wide 2, undated 0'],
])('a date that may be in several bars is in none: %j are %s', (dates, expected) => {
  expect(shown(...dates)).toBe(expected);
});

test.each([
  [['1514/1912:2', '1880', '1881:3'], '151X:2 188X:4, wide 0, undated 0'],
  [['1828/1908:4', '1858/1900~', '1886/1967'], '182X:4 185X:1 188X:1, wide 0, undated 0'],
  [['1880-12/1881-01', '1880', '1881'], '1880:2 1881:1, wide 0, undated 0'],
  [['1880-01/1880-03', '1880-02'], '1880-01:1 1880-02:1, wide 0, undated 0'],
  [['1880/..', '1880', '1881'], '1880:2 1881:1, wide 0, undated 0'],
  [['188X/1900', '1880', '1881'], '1880:1 1881:1, wide 1, undated 0'],
])('a time with a beginning and an end counts where it begins: %j are %s', (dates, expected) => {
  expect(shown(...dates)).toBe(expected);
});

test('where most dates are decades the bars are decades', () => {
  expect(shown('188X:4', '1890', '191X')).toBe('188X:4 189X:1 191X:1, wide 0, undated 0');
});
