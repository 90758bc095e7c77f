import { expect, test } from 'vitest';
import type { Citation, CitedTranslators, Value } from './citation.ts';
import { openCslPackage } from './csl-package.ts';
import { formatterIn } from './format.ts';
import { LETTER, ORIGINAL } from './sources-in-tests.ts';
import { STYLES } from './styles.ts';

const csl = openCslPackage();
const arabic = formatterIn(
  'ar',
  STYLES.map((style) => ({ style })),
  csl,
);

const value = (words: string): Value => ({ value: words, isSupplied: false });
const NAMES = [
  { family: 'خوري', given: 'سلمى' },
  { whole: 'هيئة التحرير' },
  { family: 'العامري', given: 'هادي' },
];
const DATES = ['1868', '1868-05', '1868-05-01', '1868/1870', '186X', '1868-21', '1868~'];
const TRANSLATORS: readonly CitedTranslators[] = [
  { kind: 'none' },
  { kind: 'unknown' },
  { kind: 'withheld' },
  { kind: 'machine', engine: 'محرّك' },
  { kind: 'people', names: NAMES },
];

/** Sources of every type, translator and kind of date, of which all is known in Arabic. */
function* arabicSources(): Generator<Citation> {
  const issued = [undefined, ...DATES.map(value), { value: '1868-05-01', isSupplied: true }];
  for (const type of ['article', 'document', 'report'] as const) {
    for (const [at, translators] of TRANSLATORS.entries()) {
      for (const [index, date] of issued.entries()) {
        const number = at + index;
        const originalDate = DATES[number % (DATES.length + 1)];
        yield {
          ...{ id: 'paper/ar', type, lang: 'ar', title: value('وصل الورق'), translators },
          authors: Array.from({ length: number % 9 }, (_, n) => NAMES[n % NAMES.length]).flatMap(
            (name) => name ?? [],
          ),
          areAuthorsSupplied: number % 5 === 4,
          container: { ...value('الجريدة'), isArchive: number % 2 === 0 },
          ...{ archive: 'أرشيف الرسائل', number: '٤', url: 'https://letters.example/1/' },
          ...(date && { issued: date }),
          ...(translators.kind !== 'none' && {
            original: {
              ...{ title: value('الأصل'), lang: 'ar' },
              ...(originalDate !== undefined && { date: value(originalDate) }),
            },
          }),
        };
      }
    }
  }
}

test('nothing is said in Latin letters but the address, whatever is known of a text', () => {
  const sources = [...arabicSources()];
  expect(sources.length).toBeGreaterThan(100);
  const foreign = sources.flatMap((source) =>
    arabic(source)
      .flatMap(({ entry, inText, inTextOfParagraph }) => [entry, inText, inTextOfParagraph])
      .filter((words) =>
        /\p{Script=Latin}/u.test(words.replaceAll(/<[^>]*>|&[#\w]+;|https:\S+/g, '')),
      ),
  );
  expect(foreign.slice(0, 5)).toEqual([]);
});

test('“and” is one word with an Arabic name, apart from a Latin one, and never a sign', () => {
  const authors = [{ whole: 'سلمى خوري' }, { whole: 'ريم حداد' }];
  for (const { style, entry } of arabic({ ...ORIGINAL, authors })) {
    expect(entry, style.name).toMatch(/خوري،? وريم/);
  }
  for (const { style, entry } of arabic(LETTER)) {
    expect(entry, style.name).toMatch(/<bdi>(?:John|J\.) Doe<\/bdi> و <bdi>Bureau of/);
  }
});
