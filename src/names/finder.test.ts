import { expect, test } from 'vitest';
import { isEntityId } from '#model/ids.ts';
import { Finder } from './finder.ts';

const press = 'press';
if (!isEntityId(press)) throw new Error('The id is none.');

test.each([
  ...['AT&T', 'C. K. Scott', 'C.K. Scott', 'U.N.R.W.A.', 'Prof. Haddad', 'St. John', 'Foo, Inc.'],
  ...['Tripoli (Lebanon)', '“Bulaq” Press', 'Bulaq «Press»', 'O’Neill', 'al-Ahrām: al-ʿArabī'],
  ...['The 1920s', 'AFP/Getty', 'Austro–Hungarian Bank', 'Yahoo!', 'Jean-Luc', "L'Orient-Le Jour"],
  ...[
    'خانه‌ی چاپ',
    'منظمة «بدر»',
    'الأهرام، العربي',
    'م.ت.ف.',
    'عبد الله',
    'صه״ل',
    'צה״ל',
    'ארגון "בדר"',
  ],
  ...[
    'Сан-Стефано, 1878',
    '布拉克·開羅',
    '« Le Monde »',
    'Anti- and Pro',
    'A–Z',
    'Zahrāʾ',
    '3M',
    "Reuters'",
  ],
  ...['“The Press”, Cairo', 'Ha’aretz', 'Macy’s', 'J.-P. Sartre', 'Émile & Cie', 'No. 1'],
])('%s is found as it is listed', (name) => {
  const text = `— ${name} —`;
  const found = new Finder([{ entity: press, kind: 'full', name }]).scan(text, 'und');
  const [first] = found.flat();
  expect(text.slice(first?.nameStart, first?.end)).toContain(
    name.replaceAll(/^[“« ]+|[!.») ]+$/g, ''),
  );
});

test.each([
  ['הארץ', 'ב"הארץ"', 'הארץ'],
  ['לבנון', 'ו״לבנון״', 'לבנון'],
  ['צה״ל', 'לצה"ל', 'צה"ל'],
  ['عراق', 'وبالعراق', 'العراق'],
  ['اللد', 'وللد', 'للد'],
])('a link to %s begins in %s with the name itself', (name, text, linked) => {
  const [first] = new Finder([{ entity: press, kind: 'full', name }]).scan(text, 'und').flat();
  expect(text.slice(first?.nameStart, first?.end)).toBe(linked);
});
