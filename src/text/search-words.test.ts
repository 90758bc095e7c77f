import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryWords } from './query-words.ts';
import { searchWords } from './search-words.ts';

/** Whether a text with some words is found by what a reader types. */
function finds(typed: string, text: string, language: string): boolean {
  const words = searchWords(text, language).flatMap(({ form, others }) => [form, ...others]);
  return queryWords(typed, language).every(({ forms, rarer }) =>
    [...forms, ...rarer].some((form) => words.includes(form)),
  );
}

test.each([
  ['en', 'jabarti', 'al-Jabartī'],
  ['en', 'al-Jabarti', 'Jabarti'],
  ['en', 'ash-Shidyaq', 'aš-Šidyāq'],
  ['en', 'sidyaq', 'aš-Šidyāq'],
  ['en', 'shidyaq', 'aš-Šidyāq'],
  ['en', 'Mustafa', 'Muṣṭafá'],
  ['en', "Waqa'i", 'Waqāʾiʿ'],
  ['en', 'Waqai', '‘Waqā’i‘'],
  ['fr', 'Irak', 'l’Irak'],
  ['en', 'Mahfuz', 'Mahfuz’s'],
  ['en', 'Abu l-Qasim', 'Abū al-Qāsim'],
  ['en', 'Abu al-Qasim', 'Abu’l-Qāsim'],
  ['en', 'Jamal al-Din', 'Jamaluddin'],
  ['en', 'Jamaluddin', 'Jamāl ad-Dīn'],
  ['en', 'Hafez-e Shirazi', 'Hafez Shirazi'],
  ['ar', 'الكتاب', 'وبالكتاب'],
  ['ar', 'كتاب', 'للكتاب'],
  ['ar', 'وكتاب', 'كتاب'],
  ['ar', 'بيروت', 'لبيروت'],
  ['ar', 'المدرسه', 'مَدْرَسَة'],
  ['ar', 'إسطنبول', 'واسطنبول'],
  ['ar', '1821', '١٨٢١'],
  ['fa', 'کتاب', 'کتاب‌ها'],
  ['fa', 'ميشود', 'می‌شود'],
  ['fa', 'کتاب‌هایش', 'کتاب'],
  ['fa', 'نور الدین', 'نورالدین'],
  ['fa', 'أبو القاسم', 'ابوالقاسم'],
  ['fa', 'بیت المقدس', 'بیت‌المقدس'],
  ['fa', 'هدايت', 'هدایت'],
  ['he', 'ספר', 'הסֵּפֶר'],
  ['he', 'צה"ל', 'צה״ל'],
  ['he', 'יהודה', 'בן־יהודה'],
])('in %s, %s finds %s', (language, typed, text) => {
  expect(finds(typed, text, language)).toBe(true);
});

test.each([
  ['en', 'amir', 'amiri'],
  ['en', 'sin', 'shin'],
  ['ar', 'علي', 'على الطاولة'],
  ['ar', 'كاتب', 'كتاب'],
  ['fa', 'تاب', 'کتاب'],
  ['fa', 'بیت‌المقدس', 'بیت لحم'],
  ['en', 'vitamin e tablets', 'vitamin tablets'],
  ['he', 'ספר', 'סיפור'],
])('in %s, %s does not find %s', (language, typed, text) => {
  expect(finds(typed, text, language)).toBe(false);
});

const LETTERS = Array.from('aA ā‘ʿ’-š ıو\u0652الىة\u200Cمیشה״ו5٣.,«»\n😀');

test('a word stands in its text where it says, in any script', () => {
  const letters = fc.constantFrom(...LETTERS);
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 40 }),
      fc.constantFrom('en', 'ar', 'fa'),
      (all, language) => {
        const text = all.join('');
        let end = 0;
        for (const word of searchWords(text, language)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(searchWords(text.slice(word.start, word.end), language)).toHaveLength(1);
          expect(word.form).toMatch(/^[\p{L}\p{N}]+$/u);
          expect(new Set([word.form, ...word.others]).size).toBe(word.others.length + 1);
          end = word.end;
        }
      },
    ),
  );
});

test.each([
  ['en', 'Mahfouz', 'Maḥfūẓ’s'],
  ['en', 'Qadir', 'Abdelkader'],
  ['en', 'Khayr', 'Kheireddine'],
  ['en', 'Ibn', 'bin'],
  ['ar', 'ابن', 'بن'],
])('as a name, in %s, %s finds %s', (language, typed, text) => {
  const words = searchWords(text, language).flatMap(({ form, others }) => [form, ...others]);
  const [query] = queryWords(typed, language);
  expect(
    [...(query?.forms ?? []), ...(query?.sounds ?? [])].filter((one) => words.includes(one)),
  ).not.toEqual([]);
});
