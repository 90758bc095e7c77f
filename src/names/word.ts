import {
  articleSound,
  divideArabic,
  divideHebrew,
  elisionIn,
  withoutArabicArticle,
} from '#text/clitics.ts';
import { fold } from '#text/fold.ts';
import { isParticle, lettersOf } from '#text/particle.ts';
import { pressSpelling } from '#text/press.ts';
import { scriptOf } from '#text/script.ts';

/** How a word is capitalised; scripts without capitals have no case. */
export type Capitals = 'none' | 'first' | 'all' | 'no case';

/** One way to read a written word as a word of a name. */
export interface Reading {
  readonly key: string;
  /** UTF-16 units of the written word that stand before it and are not fused with it. */
  readonly before: number;
  /** UTF-16 units behind it: a possessive. */
  readonly after: number;
  /** Whether something stands before it at all, told apart or fused. */
  readonly hasClitic: boolean;
  /** Whether it begins with an article that the key leaves out (`AlQuds`, `العراق`). */
  readonly hasArticle: boolean;
  /** Whether the article makes an adjective of it: `السورية` is “the Syrian”, and no name `سورية`. */
  readonly isAdjective?: boolean;
  /** Letter by letter, where it is a word of grammar: a name of one word has to be written so. */
  readonly particle?: string;
}

/** A written word, taken apart. */
export interface WrittenWord {
  /** The word itself first. */
  readonly readings: readonly Reading[];
  readonly capitals: Capitals;
  /** Where it may be the Arabic article in Latin letters, the sound by which the next word begins. */
  readonly sound: string | undefined;
}

/**
 * Every way to read a written word of a text.
 *
 * @param hasArabicClitics whether the language writes conjunctions and prepositions as Arabic does;
 *   Persian and Urdu do not
 */
export function readWord(written: string, hasArabicClitics: boolean): WrittenWord {
  const script = ASCII.test(written) ? 'Latn' : scriptByFirst(written);
  if (script === 'Arab') return readArabic(written, hasArabicClitics);
  if (script === 'Hebr') return readHebrew(written);
  return readCased(written);
}

/** The keys of a word in a list of names: as it is, and as newspapers write it. */
export function keysOf(written: string): string[] {
  const folded = keyOf(written);
  if (ASCII.test(written) || scriptByFirst(written) !== 'Latn') return [folded];
  const press = keyOf(pressSpelling(written));
  return press === folded ? [folded] : [folded, press];
}

/** A word as words of names are compared: folded, and without the signs of abbreviations. */
export function keyOf(written: string): string {
  if (ASCII.test(written)) return written.toLowerCase();
  return fold(written).replaceAll(/["״׳.]/g, '');
}

/** Plain letters need no folding; most words of many texts have nothing else. */
const ASCII = /^[A-Za-z]+$/;
const ARABIC = /^[\u0620-\u06D3\u0750-\u077F]/;
const LATIN = /^[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]/;

/** The script of a word; its first letter tells it for most, faster than all of them. */
function scriptByFirst(written: string): string | undefined {
  if (ARABIC.test(written)) return 'Arab';
  return LATIN.test(written) ? 'Latn' : scriptOf(written);
}

function readArabic(written: string, hasClitics: boolean): WrittenWord {
  const folded = keyOf(written);
  const words = [folded, accusative(written, folded) ?? ''];
  if (!hasClitics) words.push(EZAFE.exec(folded)?.[1] ?? '');
  const readings = words.flatMap((word) => (word === '' ? [] : [plain(word)]));
  if (!hasClitics) return { readings, capitals: 'no case', sound: undefined };
  for (const { key } of [...readings]) {
    for (const division of divideArabic(key)) readings.push(divided(written, division));
    const bareOfArticle = withoutArabicArticle(key);
    if (bareOfArticle) {
      const { hasClitic, word } = bareOfArticle;
      const isAdjective = word.endsWith(ADJECTIVE);
      const reading = { ...divided(written, bareOfArticle), hasClitic, hasArticle: true };
      readings.push(isAdjective ? { ...reading, isAdjective } : reading);
    }
  }
  return { readings: withParticles(readings, written), capitals: 'no case', sound: undefined };
}

/** Without the alif of an indefinite accusative, which is written and belongs to the ending. */
function accusative(written: string, folded: string): string | undefined {
  return /\u064Bا$|ا\u064B$/.test(written) ? folded.slice(0, -1) : undefined;
}

/** The ending of feminine adjectives (`ية`), folded: names of lands that have it have no article. */
const ADJECTIVE = 'يه';

/** A word behind whose long vowel Persian writes the ezafe as a letter (`دهخدای`). */
const EZAFE = /^(..+[او])ي$/;

/** Says of each reading whether it is a word of grammar as it is written. */
function withParticles(readings: readonly Reading[], written: string): Reading[] {
  const letters = lettersOf(written);
  if (letters.length > 6) return [...readings];
  return readings.map((one) => {
    const own = lettersOf(written.slice(one.before));
    return isParticle(own) ? { ...one, particle: own } : one;
  });
}

function readHebrew(written: string): WrittenWord {
  const folded = keyOf(written);
  const readings = [plain(folded), ...divideHebrew(folded).map((one) => divided(written, one))];
  return { readings, capitals: 'no case', sound: undefined };
}

function divided(written: string, { word, before }: { word: string; before: number }): Reading {
  return {
    key: word,
    before: unitsOf(written, before),
    after: 0,
    hasClitic: true,
    hasArticle: false,
  };
}

/**
 * How many UTF-16 units so many letters take, with the marks and strokes behind each, and with the
 * quotation mark that Hebrew sets behind a preposition (`ב"הארץ"`).
 */
function unitsOf(written: string, letters: number): number {
  if (letters === 0) return 0;
  const pattern = new RegExp(`^(?:\\p{L}[\\p{M}\\u0640]*){${String(letters)}}["״]?`, 'u');
  return pattern.exec(written.replaceAll('\u0640', '\u0651'))?.[0].length ?? letters;
}

function readCased(written: string): WrittenWord {
  const readings: Reading[] = [];
  const add = (word: string, before: number, after: number, hasArticle = false): void => {
    for (const key of keysOf(word)) {
      if (key === '') continue;
      readings.push({ key, before, after, hasClitic: before > 0, hasArticle });
    }
  };
  add(written, 0, 0);
  const possessive = /.['’]s$/iu.test(written) ? 2 : 0;
  const bare = written.slice(0, written.length - possessive);
  if (possessive > 0) add(bare, 0, possessive);
  const elision = elisionIn(bare);
  if (elision > 0) add(bare.slice(elision), elision, possessive);
  if (/^(?:al|el)\p{Lu}\p{Ll}/iu.test(bare) && /^..\p{Lu}/u.test(bare)) {
    add(bare.slice(2), 0, possessive, true);
  }
  const sound = readings
    .map(({ key }) => articleSound(key))
    .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0];
  return { readings, capitals: capitalsOf(bare.slice(elision)), sound };
}

function plain(key: string): Reading {
  return { key, before: 0, after: 0, hasClitic: false, hasArticle: false };
}

/** How a written word is capitalised. */
export function capitalsOf(written: string): Capitals {
  const cased = written.match(/[\p{Lu}\p{Lt}\p{Ll}]/gu) ?? [];
  const [first] = cased;
  if (first === undefined) return 'no case';
  if (cased.length > 1 && cased.every((letter) => /\p{Lu}/u.test(letter))) return 'all';
  return /[\p{Lu}\p{Lt}]/u.test(first) ? 'first' : 'none';
}
