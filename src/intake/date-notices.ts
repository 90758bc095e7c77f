import type { TextRecord } from '#model/schema/text.ts';
import { foldedWords } from '#text/fold.ts';
import type { Draft } from './draft.ts';
import type { Notice } from './notices.ts';

/** What letters are called in their headlines. */
const LETTER = new Set(
  ['letter', 'lettre', 'carta', 'mektup', 'رسالة', 'نامه', 'מכתב'].flatMap(foldedWords),
);

/**
 * What is to be told of a text’s date once its role is known: that it is its original’s, or that it
 * may be the day of the writing, which is no date of publication.
 *
 * @param printed the text as its document prints it
 * @param whole the same with what the document says of itself
 */
export function dateNotices(
  printed: Draft,
  whole: Draft,
  role: TextRecord['role'],
  kind: string | undefined,
): Notice[] {
  const date = whole.publishedAs ?? whole.published;
  if (date === undefined || whole.published === undefined) return [];
  if (role === 'translation') return [{ code: 'date-of-original', args: { date } }];
  if (printed.published === undefined) return [];
  const isLetter =
    kind === 'letter' || foldedWords(whole.title ?? '').some((word) => LETTER.has(word));
  return isLetter || printed.isPlaced === true ? [{ code: 'date-of-writing', args: { date } }] : [];
}

/** The notices of a text in its role: on a translation a date is to be added to the original. */
export function noticesInRole(
  notices: readonly Notice[],
  role: TextRecord['role'],
): readonly Notice[] {
  return role === 'translation'
    ? notices.map((notice) => ({ ...notice, isOfTranslation: true }))
    : notices;
}
