import { scriptOf } from '#text/script.ts';

/*
 * A mark stands for words while a stencil is made. It is set as the words would be: it is written
 * in the same script, its case can be told, and it begins and ends with a figure where they do.
 */

/** Stands for the year of publication and of the original’s, which no style sets in another way. */
export const YEAR = '7737';
export const ORIGINAL_YEAR = '7373';

/** What is left of a mark that a style has changed in a way that nobody foresaw. */
export const REST_OF_MARK = /zx|ظغ|צטצ|73373|(?<!\d)(?:37|73)(?!\d)/i;

/** Letters with their marks, and figures: nothing that the processor takes for more than a letter. */
const LATIN = String.raw`[[\p{Script=Latin}&&[\p{Lu}\p{Ll}]]\u0300-\u036F\u02BE\u02BF\d]`;
const [ARABIC, HEBREW] = [
  String.raw`[\u0621-\u063A\u0641-\u0652پچژکگی\u200C\d]`,
  String.raw`[\u05D0-\u05EA\d]`,
];
/** Words with one sign at most between two of them. */
const wordsOf = (letter: string, between: string): RegExp =>
  new RegExp(`^${letter}+(?:(?:${between})${letter}+)*$`, 'v');
const PLAIN_NUMBER = /^\d(?:[\d/\-]*\d)?$/;
const PLAIN_ADDRESS = /^https:\/\/[a-z0-9./\-]+\/$/;
/** A capital and small letters: no particle, no initials, no rank. */
const PLAIN_NAME = /^[[\p{Script=Latin}&&\p{Lu}]][[\p{Script=Latin}&&\p{Ll}]]+$/v;

/** By script: which words are plain, and the marks of a source, told apart by one letter. */
const SCRIPTS = {
  Latn: {
    plain: wordsOf(LATIN, ' |-|–| – | — |, |: |; |/|(?<=[A-Za-z])’(?=[A-Za-z])'),
    letters: 'bcdghjklmnpqrstvw',
    mark: (letter: string) => `zx${letter}a Zx${letter}e zx${letter}u of zx${letter}o`,
  },
  Arab: {
    plain: wordsOf(ARABIC, ' |-| – | — |، |؛ |: '),
    letters: 'بتثجحخدذرزسشصضطعفقكلم',
    mark: (letter: string) => `ظغظ${letter}`,
  },
  Hebr: {
    plain: wordsOf(HEBREW, ' |-|: '),
    letters: 'אבגדהוזחטיכלמנסעפקרש',
    mark: (letter: string) => `צטצ${letter}`,
  },
} as const;

/**
 * The mark of words, by their place in the source; undefined where they could be more than words.
 *
 * @param times how often it is said, so that a script has more letters than another
 */
export function markOfWords(words: string, place: number, times = 1): string | undefined {
  if (PLAIN_NUMBER.test(words)) return place < 10 ? `73373${String(place)}` : undefined;
  const script = scriptOf(words);
  if (script !== 'Latn' && script !== 'Arab' && script !== 'Hebr') return undefined;
  // The processor knows whether a field has any of the letters of ASCII.
  if (script === 'Latn' && !/[A-Za-z]/.test(words)) return undefined;
  const { plain, letters, mark } = SCRIPTS[script];
  const letter = letters[place];
  if (letter === undefined || !plain.test(words)) return undefined;
  const start = /^\d/.test(words) ? '7' : '';
  const end = /\d$/.test(words) ? '7' : '';
  return start + Array.from({ length: times }, () => mark(letter)).join(' ') + end;
}

/** The mark of a family or given name: styles cut it to its first letter, so that is kept. */
export function markOfName(name: string, place: number): string | undefined {
  const letter = SCRIPTS.Latn.letters[place];
  if (letter === undefined || !PLAIN_NAME.test(name) || !/[a-z]/.test(name)) return undefined;
  return `${name.charAt(0)}zx${letter}a`;
}

export function markOfAddress(address: string, place: number): string | undefined {
  const letter = SCRIPTS.Latn.letters[place];
  return letter !== undefined && PLAIN_ADDRESS.test(address) ? `https://zx${letter}a/` : undefined;
}

/** The mark of a day, with as many figures, that does not stand in some other words. */
export function markOfDay(day: number, others: string): string | undefined {
  const marks =
    day < 10
      ? ['2', '4', '5', '6', '8', '9']
      : ['42', '45', '46', '48', '52', '54', '56', '58', '82', '84'];
  return marks.find((mark) => !others.includes(mark));
}
