import fc from 'fast-check';
import type { Citation, CitedName, CitedTranslators, Value } from './citation.ts';

/*
 * Sources at random, of all that a record can hold, in families: those of one family hold words of
 * the same kinds in the same fields, so that many have one shape. Some words hold what a processor
 * of citations may take for more than words.
 */

type Arbitrary<Some> = fc.Arbitrary<Some>;
/** A kind of words: what the sources of a family hold in one field. */
type Kind<Some> = Arbitrary<Arbitrary<Some>>;

const listOf = (words: string): readonly string[] => words.split(' ');
const LATIN = listOf(
  'the of and on a in to for from with pre post al until before Paper Press statement COALITION U R ' +
    'iPhone McBride Waṣala l waraq ḥarb ʿAlī Bāḥith 12th II ß ŉ İstanbul ısı Œuvre van de Abū ' +
    'Å élan ǆ ﬁn x Ḥ via vs c ca d re Re NATO para Trans May trans and et',
);
const ODD_LATIN = listOf(
  'd’ l’homme Iran’s O’Neil bin e.g. vs. St. A.B. et al. . .. ? Trans. U.S. ʻ ª ²',
);
const ARABIC = listOf(
  'الورق وصل بيان في المقاومة إلى والعامري شدّة حَرَكات ى ة مايو من روزنامه‌ای پگاه گفت‌و‌گو',
);
const ODD_ARABIC = listOf('١٢ ﷲ ﻻ ـ کتاب « » ، بيان؟ (بيان)');
const HEBREW = listOf('עיתון של 1948 ירושלים בין');
const JOINTS = [
  ...[
    ' ',
    ' ',
    ' ',
    '-',
    ', ',
    '/',
    ': ',
    '; ',
    '. ',
    '? ',
    '! ',
    '–',
    ' — ',
    '’',
    "'",
    ' “',
    '” ',
  ],
  ...[' "', '" ', ' «', '» ', ' ‘', ' (', ') ', ' [', '] ', '  ', ' & ', '&amp;', '<', '>', '<i>'],
  ...['</i>', '<b>', '</b>', '<span class="nocase">', '</span>', '\u00A0', '\u2068', '\u2069'],
  ...[
    '\u200F',
    '\u200C',
    '، ',
    '؛ ',
    '؟ ',
    '…',
    ' ... ',
    '*',
    '_',
    '{',
    '}',
    '\\',
    '|',
    '$&',
    '$1',
  ],
  ...['\n', '\t', '¶ ', '§', '™', '½', '₂', '×', '😀', '漢字', 'Ωμ', 'Жж'],
];

const oneOf = (words: readonly string[]): Arbitrary<string> => fc.constantFrom(...words);
/** Words with signs between them, most often a space. */
const phrase = (words: readonly string[], joints: readonly string[], most = 6): Arbitrary<string> =>
  fc
    .tuple(oneOf(words), fc.array(fc.tuple(oneOf(joints), oneOf(words)), { maxLength: most }))
    .map(([first, more]) => first + more.map((some) => some.join('')).join(''));
const PLAIN_JOINTS = [' ', ' ', ' ', ' ', ' 5 ', '-', ', ', ': ', '; ', '’', '/', '–', ' — '];
const latin = phrase(LATIN, PLAIN_JOINTS);
const arabic = phrase(ARABIC, [' ', ' ', ' ', ' 12 ', '-', '، ', ': ', ' – ']);
const anything = phrase(
  [...LATIN, ...ODD_LATIN, ...ARABIC, ...ODD_ARABIC, ...HEBREW],
  JOINTS,
).filter((words) => words.trim() !== '');
const fixed = (some: Arbitrary<string>): Kind<string> => some.map((words) => fc.constant(words));

const words: Kind<string> = fc.oneof(
  { arbitrary: fc.constant(latin), weight: 30 },
  { arbitrary: fc.constant(arabic), weight: 20 },
  { arbitrary: fc.constant(phrase(HEBREW, [' '])), weight: 1 },
  { arbitrary: fc.constant(phrase(LATIN, JOINTS, 1)), weight: 1 },
  { arbitrary: fc.constant(anything), weight: 1 },
  { arbitrary: fixed(anything), weight: 2 },
);
const rarely = fc.integer({ min: 0, max: 7 }).map((number) => number === 0);
const valueOf = (kind: Kind<string>): Kind<Value> =>
  fc
    .tuple(kind, rarely)
    .map(([value, isSupplied]) => fc.record({ value, isSupplied: fc.constant(isSupplied) }));
const optional = <Some>(kind: Kind<Some>): Kind<Some | undefined> =>
  fc.oneof(kind, fc.constant(fc.constant(undefined)));

const family = oneOf(['Bow', 'Bāḥith', 'Baḥr', 'Bé', 'Ḥaddād', 'Ḥasan']);
const oddFamily = oneOf([
  'Van',
  'Å',
  'McBride',
  'van Dyck',
  'العامري',
  'al-ʿĀmirī',
  'D’Arcy',
  'III',
  'de la Cruz',
  'J.',
  '李',
]);
const given = oneOf(['Theo', 'Théo', 'Tarīf', 'Ṭāhā', 'Phil', 'Al', 'To']);
const oddGiven = oneOf([
  'Jean-Paul',
  'J. R.',
  'J',
  'جون',
  'de',
  'Jane, Jr.',
  'John von',
  'jane',
  '明',
]);
const name: Kind<CitedName> = fc.oneof(
  words.map((whole) => fc.record({ whole })),
  fc.constantFrom(
    fc.record({ family }),
    fc.record({ family, given }),
    fc.record({ family, given }),
    fc.record({ family, given: oneOf(['Jane', 'James', 'Jérôme']) }),
    fc.record({ whole: latin }),
    fc.record({ whole: arabic }),
    fc.record({ whole: latin }),
    fc.record({ family: oddFamily, given }),
    fc.record({ family, given: oddGiven }),
    fc.record({ family: latin, given: latin }),
    fc.record({ family: oddFamily }),
  ),
);
const names = (fewest: number): Kind<CitedName[]> =>
  fc.array(name, { minLength: fewest, maxLength: 2 }).map((some) => fc.tuple(...some));

const day = (from: number, to: number): Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: from, max: to }))
    .map(([year, ofMonth]) => `${String(year)}-05-${String(ofMonth).padStart(2, '0')}`);
const date: Kind<string> = fc.oneof(
  {
    arbitrary: fc.constantFrom(day(1, 1), day(2, 9), day(2, 9), day(10, 28), day(10, 28)),
    weight: 9,
  },
  {
    arbitrary: fc.constantFrom(
      day(10, 28).map((one) => `${one}T20:08`),
      day(1, 1).map((one) => one.slice(0, 'YYYY-MM'.length)),
      day(1, 1).map((one) => one.slice(0, 'YYYY'.length)),
      day(10, 31).map((one) => one.replace('-05-', '-12-')),
      day(2, 9).map((one) => one.replace('-05-', '-09-')),
      fc.constant('7737-05-24'),
      fc.constant('7373-01-01'),
      day(1, 28).map((one) => `0${one.slice(1)}`),
      day(1, 28).map((one) => `${one}/3000`),
    ),
    weight: 3,
  },
  {
    arbitrary: fixed(oneOf(['1921/1922', '1921-03/1921-05', '1921~', '192X', '1921-21', '1921?'])),
    weight: 1,
  },
);

const number: Kind<string> = fc.oneof(
  fc.constantFrom(
    fc.integer({ min: 1, max: 99_999 }).map((mark) => `L ${String(mark)}`),
    fc.integer({ min: 1, max: 99_999 }).map(String),
    fc.integer({ min: 1, max: 99 }).map((mark) => `19${String(mark)}/12-${String(mark)}`),
    fc.integer({ min: 1, max: 99 }).map((mark) => `19${String(mark)}/a-letter`),
    latin.map((some) => `19/${some.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-x`),
    latin.map((some) => `1921/${some.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`),
    oneOf(['L 4.', 'ص ٤', '№ 7', 'A', 'box 3 (b)', 'x']),
  ),
  words,
);
const address: Kind<string> = fc.constantFrom(
  latin.map((some) => `https://letters.example/a/${some.replaceAll(/[^a-z]+/g, '-')}/en/`),
  latin.map((some) => `https://letters.example/${some.replaceAll(/[^a-z]+/g, '-')}/ar/`),
  oneOf(['http://localhost:4321/articles/a/en/', 'https://letters.example/ar%C3%A9/en/']),
);
const translators: Kind<CitedTranslators> = fc.oneof(
  fc
    .constantFrom<CitedTranslators['kind']>('none', 'unknown', 'withheld')
    .map((kind) =>
      fc.constant<CitedTranslators>(
        kind === 'unknown' || kind === 'withheld' ? { kind } : { kind: 'none' },
      ),
    ),
  names(1).map((some) => some.map((people) => ({ kind: 'people', names: people }) as const)),
  oneOf(['DeepL', 'محرّك', 'A & B']).map((engine) =>
    fc.constant({ kind: 'machine', engine } as const),
  ),
);

/** Some sources of one family. */
export const familyOfCitations: Arbitrary<readonly Citation[]> = fc
  .record({
    type: fc.constantFrom('article', 'article', 'report', 'document'),
    lang: oneOf(['en', 'ar', 'en', 'ar', 'en', 'ar', 'tr', 'he', 'fr', 'en-GB', 'zh', 'x']),
    title: valueOf(words),
    romanisedTitle: fc.oneof(optional(fc.constant(latin)), fc.constant(fc.constant(undefined))),
    authors: names(0),
    areAuthorsSupplied: rarely,
    translators,
    container: valueOf(words),
    isArchive: fc.boolean(),
    issued: optional(valueOf(date)),
    original: fc.option(
      fc.record({
        title: valueOf(words),
        romanisedTitle: fc.oneof(optional(fc.constant(latin)), fc.constant(fc.constant(undefined))),
        date: optional(valueOf(date)),
        publisher: optional(valueOf(words)),
      }),
      { nil: undefined },
    ),
    archive: fc.oneof(
      fixed(oneOf(['Archive of Letters', 'أرشيف', 'The “Letters” Archive'])),
      words,
    ),
    number,
    url: address,
  })
  .chain(({ type, lang, areAuthorsSupplied, container, isArchive, original, ...kinds }) =>
    fc.array(
      fc
        .record({
          ...kinds,
          container: container.map((value) => ({ ...value, isArchive })),
          original: original
            ? fc.record({ ...original, lang: fc.constant('ar') })
            : fc.constant(undefined),
        })
        .map((made) => ({ ...made, id: '1868/paper/en', type, lang, areAuthorsSupplied })),
      { minLength: 5, maxLength: 5 },
    ),
  )
  .chain((some) =>
    // Most fields are those of the first: else no two of them would have all words of one kind.
    fc
      .array(
        fc.subarray(
          ['title', 'authors', 'container', 'issued', 'original', 'number', 'url', 'archive'],
          { maxLength: 4 },
        ),
        { minLength: 5, maxLength: 5 },
      )
      .map((picked) =>
        some.map((one, index) => withoutAbsent({ ...some[0], ...pick(one, picked[index] ?? []) })),
      ),
  );

function pick(from: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

/** A record has no key without a value. */
function withoutAbsent(made: object): Citation {
  return JSON.parse(JSON.stringify(made)) as Citation;
}
