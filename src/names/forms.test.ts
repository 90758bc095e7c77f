import { expect, test } from 'vitest';
import { isEntityId } from '#model/ids.ts';
import { Finder } from './finder.ts';
import { formsOf } from './forms.ts';
import { findMentions } from './resolve.ts';

const id = 'medina';
if (!isEntityId(id)) throw new Error('The id is none.');

/** What is found in a text of an entity with these names. */
const found = (names: Readonly<Record<string, string>>, lang: string, text: string): string[] => {
  const finder = new Finder(formsOf([{ id, record: { kind: 'place', names } }]));
  const mentions = findMentions(finder, [{ words: text, lang }]).found;
  return mentions.map(({ start, end }) => text.slice(start, end));
};

const MEDINA = { ar: 'المدينة المنورة', fa: 'مدینه' };
const CAIRO = { ar: 'القاهرة', fa: 'قاهره' };

test('a Persian name that is the Arabic one without its article is none in Arabic', () => {
  expect(found(MEDINA, 'ar', 'في مدينة قديمة، لا في المدينة المنورة')).toEqual(['المدينة المنورة']);
  expect(found(CAIRO, 'ar', 'قوة قاهرة في القاهرة وبقاهرة')).toEqual(['القاهرة']);
});

test('it is one in Persian', () => {
  expect(found(MEDINA, 'fa', 'از مدینه به مکه')).toEqual(['مدینه']);
  expect(found(CAIRO, 'fa', 'در قاهره و قاهره‌ی قدیم')).toEqual(['قاهره', 'قاهره']);
});

test('any other Persian name is found in Arabic, and so is one without an Arabic counterpart', () => {
  expect(found({ ar: 'جريدة أختر', fa: 'اختر' }, 'ar', 'جريدة «أختر»، أو أختر وحدها')).toHaveLength(
    2,
  );
  expect(found({ en: 'Medina', fa: 'مدینه' }, 'ar', 'في مدينة')).toEqual(['مدينة']);
});
