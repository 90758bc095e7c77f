import { divideArabic, divideHebrew, elisionIn } from './clitics.ts';
import { fold } from './fold.ts';
import { primaryLanguage } from './language.ts';
import { pressSpelling } from './press.ts';

/** A word of a text as search knows it. */
export interface SearchWord {
  /** The word as it is compared: folded, with everything that is written together with it. */
  readonly form: string;
  /** What else finds it: without article and prefixes, in press spelling; each once, never `form`. */
  readonly others: readonly string[];
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * Letters with their marks and what shows nothing; apostrophes, ayns and hamzas between letters;
 * gershayim of a Hebrew abbreviation. An ayn behind a hyphen begins a word (`al-‘Āmirī`), elsewhere
 * the same sign may open a quotation.
 */
const WORD =
  /(?:(?<=[\p{L}\p{M}][-\u2010\u2011])['`´‘’‛](?=\p{L}))?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u0640\u200C-\u200F\u2060]|['`´‘’‛′׳](?=\p{L})|["״](?=\p{Script=Hebrew}))*/gu;

/** The words of a text in order. Hyphens divide words, zero-width non-joiners do not. */
export function searchWords(text: string, language: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const reading = readingsOf(match[0], language);
    if (reading.form === '') continue;
    words.push({ ...reading, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

interface Readings {
  readonly form: string;
  readonly others: readonly string[];
}

/** How a written word is found. */
export function readingsOf(written: string, language: string): Readings {
  const form = formOf(written);
  const others = new Set(othersOf(written, form, language).filter(isLongEnough));
  others.delete(form);
  return { form, others: [...others] };
}

/**
 * The preposition is the commonest word of Arabic and differs from the name Ali in nothing that
 * folding keeps; as a word of its own, it does not stand for the name.
 */
const PREPOSITION = /^[وف]?على$/;
const MARKS = /\p{M}/gu;

/** A word as it is compared. */
export function formOf(written: string): string {
  if (/\p{Script=Arabic}/u.test(written) && PREPOSITION.test(written.replaceAll(MARKS, ''))) {
    return 'على1';
  }
  const folded = fold(written).replaceAll(/["״׳]/g, '');
  // Hebrew writes a vowel letter twice or once.
  return /\p{Script=Hebrew}/u.test(folded)
    ? folded.replaceAll('וו', 'ו').replaceAll('יי', 'י')
    : folded;
}

function othersOf(written: string, form: string, language: string): string[] {
  if (/\p{Script=Arabic}/u.test(form)) {
    return [withoutArticle(form), ...prefixed(form, language), ...joined(written)];
  }
  if (/\p{Script=Hebrew}/u.test(form)) return divideHebrew(form).map(({ word }) => word);
  const elision = elisionIn(written);
  return [
    fold(pressSpelling(written)),
    ...(elision > 0
      ? [fold(written.slice(elision)), fold(pressSpelling(written.slice(elision)))]
      : []),
  ];
}

/** What is left of a word has to be a word: two letters are most often a part of one. */
function isLongEnough(form: string): boolean {
  return form.length >= 3;
}

const ARTICLE = /^[وف]?(?:[بكل]?ال|لل)(?=...)/;

/** A folded Arabic word without the article and what stands before it. */
export function withoutArticle(form: string): string {
  return form.replace(ARTICLE, '');
}

/** Only Arabic writes conjunctions and prepositions together with the word behind them. */
function prefixed(form: string, language: string): string[] {
  if (primaryLanguage(language) !== 'ar' || ARTICLE.test(form)) return [];
  return divideArabic(form).map(({ word }) => word);
}

/** The parts of a Persian word with a joiner between: `کتاب‌ها` is found by `کتاب`. */
function joined(written: string): string[] {
  return written.includes('\u200C') ? written.split('\u200C').map(formOf) : [];
}
