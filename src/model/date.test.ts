import { expect, test } from 'vitest';
import { dateFault, publicationDateFault } from './date.ts';

test.each([
  ['2023-10-30', undefined],
  ['1822/1840~', undefined],
  ['1931?', undefined],
  ['../1820', undefined],
  ['2024-02-29', undefined],
  ['1931-02-29', 'no-such-day'],
  ['1930-01-01/1931-04-31', 'no-such-day'],
  ['2023-13', 'not-edtf'],
  ['30 October 2023', 'not-edtf'],
  ['2023-10-30T20:08', 'not-edtf'],
  ['', 'not-edtf'],
  ['20231030', 'not-edtf'],
  ['12345', 'not-edtf'],
  ['192', 'not-edtf'],
  ['19', 'not-edtf'],
  ['Y170000002', 'not-edtf'],
  ['192X', undefined],
  ['-0044', undefined],
  ['[1667,1668]', undefined],
])('the date %j: %s', (value, fault) => {
  expect(dateFault(value)).toBe(fault);
});

test.each([
  ['2023-10-30T20:08', undefined],
  ['2023-10-30T20:08:59', undefined],
  ['2023-10-30', undefined],
  ['2023-10-30T25:08', 'no-such-time'],
  ['2023-02-30T20:08', 'no-such-day'],
  ['2023-10-30T20:08Z', 'with-zone'],
  ['2023-10-30T20:08+03:00', 'with-zone'],
  ['2023-10-30T20:08 PM', 'not-edtf'],
])('the date of publication %j: %s', (value, fault) => {
  expect(publicationDateFault(value)).toBe(fault);
});
