import { type Chance, chanceOf, zipf } from './chance.ts';

/** How many words each language of the corpus has; a corpus of a few million words has as many. */
const SIZE = 24_000;

/** The words of one language of the corpus, the commonest first. They mean nothing. */
export interface Vocabulary {
  readonly lang: 'en' | 'ar';
  readonly words: readonly string[];
  readonly comma: string;
}

const drawRank = zipf(SIZE);

/** A word, as often as words of its rank are used. */
export function drawWord({ words }: Vocabulary, chance: Chance): string {
  return words[drawRank(chance)] ?? '';
}

/** A vocabulary: real words of grammar, then words that are made up, short before long. */
function vocabulary(
  lang: Vocabulary['lang'],
  comma: string,
  grammar: string,
  makeWord: (chance: Chance, length: number) => string,
): Vocabulary {
  const words = new Set(grammar.split(' '));
  const chance = chanceOf('vocabulary', lang);
  for (let tries = 0; words.size < SIZE; tries += 1) {
    words.add(makeWord(chance, Math.min(3, 1 + Math.floor(Math.log(tries + 1) / Math.log(60)))));
  }
  return { lang, comma, words: [...words] };
}

const ONSETS = 'b c d f g h l m n p r s t v w br cl dr fl gr pl pr sp st th tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', '', ...'n r s t l m d nd st ck'.split(' ')];
const oneOf = (chance: Chance, list: readonly string[]): string =>
  list[chance.below(list.length)] ?? '';

export const ENGLISH = vocabulary(
  'en',
  ',',
  'the of and to in a that was for on as with by at from his her it they had were which not but this an or be is are who',
  (chance, length) =>
    Array.from(
      { length },
      () => oneOf(chance, ONSETS) + oneOf(chance, VOWELS) + oneOf(chance, CODAS),
    ).join(''),
);

const RADICALS = 'ب ت ث ج ح خ د ر ز س ش ص ض ط ع غ ف ق ك ل م ن ه'.split(' ');
/** Patterns of Arabic words over the radicals 1, 2 and 3, by their length. */
const PATTERNS = [
  ['123', '12ا3'],
  ['1ا23', '12ي3', 'م123', '12و3'],
  [
    'م12و3',
    'ت12ي3',
    '1ا23ة',
    '12ا3ة',
    'است12ا3',
    'ا1ت2ا3',
    'ال12ي3',
    'ال1ا23',
    'الم123ة',
    '12ا3ات',
  ],
] as const;

export const ARABIC = vocabulary(
  'ar',
  '،',
  'في من على إلى أن التي الذي عن مع هذا هذه ما لا كان كانت قد بعد قبل بين كل ذلك إن ثم أو لم منذ حتى عند غير كما',
  (chance, length) => {
    const radicals = [1, 2, 3].map(() => oneOf(chance, RADICALS));
    return oneOf(chance, PATTERNS[length - 1] ?? PATTERNS[2]).replaceAll(
      /\d/g,
      (place) => radicals[Number(place) - 1] ?? '',
    );
  },
);
