import { expect, test } from 'vitest';
import { dateNotices, noticesInRole } from './date-notices.ts';
import type { Draft } from './draft.ts';
import { noticeToWords } from './notices.ts';
import { readDateline } from './rules/dateline.ts';
import { takenFrom, takenToLine } from './taken.ts';

const UNDATED: Draft = {
  ...{ lang: 'en', title: 'The mill', authors: [], translators: ['Jane Roe'] },
  ...{ body: [], dropped: [], notices: [] },
};
const DRAFT: Draft = { ...UNDATED, published: '1921-03-12', publishedAs: '12 March 1921' };
const LETTER: Draft = { ...DRAFT, title: 'A letter to the librarian' };

test.each([
  ['Cairo, 12 March 1921', true],
  ['Port Said, March 12, 1921', true],
  ['بيروت، 12 آذار 1921', true],
  ['القاهرة، 12 مارس 1921', true],
  ['12 March 1921', undefined],
  ['Saturday, 12 March 1921', undefined],
  ['Published, 12 March 1921', undefined],
  ['السبت، 12 آذار 1921', undefined],
  ['نشر بتاريخ 12 آذار 1921', undefined],
])('whether a place stands in %j: %j', (line, isPlaced) => {
  const read = readDateline(line);
  expect(read?.date).toBe('1921-03-12');
  expect(read?.isPlaced).toBe(isPlaced);
});

test.each([
  ['a text with a date', DRAFT, DRAFT, 'original', undefined, []],
  ['one with a place beside it', { ...DRAFT, isPlaced: true }, DRAFT, 'original', undefined, [1]],
  ['a letter by its headline', LETTER, LETTER, 'version', undefined, [1]],
  ['a letter by what its document says', DRAFT, DRAFT, 'original', 'letter', [1]],
  ['a letter whose date only its document says', UNDATED, DRAFT, 'original', 'letter', []],
  ['a letter without a date', UNDATED, UNDATED, 'original', 'letter', []],
] as const)('%s may be dated by its writing', (_, printed, whole, role, kind, found) => {
  const codes = dateNotices(printed, whole, role, kind).map(({ code }) => code);
  expect(codes).toEqual(found.map(() => 'date-of-writing'));
});

test('a date on a translation is its original’s, and is to be added there', () => {
  const codes = dateNotices(LETTER, LETTER, 'translation', undefined).map(({ code }) => code);
  expect(codes).toEqual(['date-of-original']);
  const notice = { code: 'date-without-year', args: { date: '12 March' } } as const;
  const [told] = noticesInRole([notice], 'translation').map(noticeToWords);
  expect(told).toContain('add `published` to the original’s record, not to this one.');
  expect(noticesInRole([notice], 'version').map(noticeToWords).join()).toMatch(
    /Add `published`\.$/,
  );
});

test('what is taken is what the record says: a translation has no `published`', () => {
  expect(takenToLine(takenFrom(DRAFT, 'translation', undefined))).toBe(
    'published_as “12 March 1921”, translator Jane Roe',
  );
  expect(takenToLine(takenFrom(DRAFT, 'version', 'The press'))).toBe(
    'published 1921-03-12 (“12 March 1921”), translator Jane Roe, publisher The press',
  );
  const bare = { ...UNDATED, translators: [] };
  expect(takenToLine(takenFrom(bare, 'original', undefined))).toBeUndefined();
});
