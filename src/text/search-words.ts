import { hasArticle, withoutArticle } from './article.ts';
import { divideArabic, divideHebrew, elisionIn } from './clitics.ts';
import { fold } from './fold.ts';
import { formOf, PREPOSITION } from './form.ts';
import { primaryLanguage } from './language.ts';
import { pressSpelling } from './press.ts';
import { romanisedKeys } from './romanised-keys.ts';
import { servantParts } from './servant.ts';

/** A word of a text as search knows it. */
export interface SearchWord {
  /** The word as it is compared: folded, with everything that is written together with it. */
  readonly form: string;
  /**
   * What else finds it: the word without article and prefixes, in press spelling, and how a name
   * sounds. Each once, never `form`.
   */
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
    const { form, others } = readingsOf(match[0], language);
    if (form === '') continue;
    words.push({ form, others, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

interface Readings {
  readonly form: string;
  readonly others: readonly string[];
}

/** So many readings are remembered of a language: a text in a natural language has far fewer words. */
const MEMORY = 200_000;
const remembered = new Map<string, Map<string, Readings>>();

/** How a written word is found. */
export function readingsOf(written: string, language: string): Readings {
  const readingsIn = remembered.get(language) ?? new Map<string, Readings>();
  const known = readingsIn.get(written);
  if (known) return known;
  const form = formOf(written);
  const others = new Set(othersOf(written, form, language));
  others.delete(form);
  const readings = { form, others: [...others] };
  if (readingsIn.size >= MEMORY) readingsIn.clear();
  readingsIn.set(written, readings);
  remembered.set(language, readingsIn);
  return readings;
}

function othersOf(written: string, form: string, language: string): string[] {
  if (form === PREPOSITION) return [];
  if (/\p{Script=Arabic}/u.test(form)) {
    const bare = withoutArticle(form);
    const joined = written.includes('\u200C')
      ? written.split('\u200C').map((part) => withoutArticle(formOf(part)))
      : [];
    return [
      bare,
      ...servantParts(bare),
      ...prefixed(form, language),
      ...joined.filter(isLongEnough),
    ];
  }
  if (/\p{Script=Hebrew}/u.test(form)) {
    return divideHebrew(form).flatMap(({ word, before }) =>
      isLongEnough(word) || isConjunction(form.slice(0, before)) ? [word] : [],
    );
  }
  // English writes its possessive with an apostrophe, scholars an ayn or a hamza before an s too.
  const name = written.replace(/['\u2019]s$/, '');
  const parts = servantParts(fold(name));
  const rest = elisionIn(written) > 0 ? [written.slice(elisionIn(written))] : [];
  return [
    fold(pressSpelling(name)),
    ...rest.flatMap((word) => [fold(word), fold(pressSpelling(word))]),
    ...parts,
    ...(isName(written)
      ? [name, ...parts].flatMap((word) => soundsOf(word).slice(0, MOST_SOUNDS))
      : []),
  ];
}

/** What is left of a word has to be a word: two letters are most often a part of one. */
function isLongEnough(form: string): boolean {
  return form.length >= 3;
}

/** “And” is written with every word; other prefixes before two letters are mostly part of the word. */
function isConjunction(before: string): boolean {
  return before === 'و' || before === 'ו';
}

/** Only Arabic writes conjunctions and prepositions together with the word behind them. */
function prefixed(form: string, language: string): string[] {
  if (primaryLanguage(language) !== 'ar' || hasArticle(form)) return [];
  return divideArabic(form).flatMap(({ word, before }) => {
    if (!isLongEnough(word) && !isConjunction(form.slice(0, before))) return [];
    return [word, ...servantParts(word)];
  });
}

/** Names begin with a capital, behind an ayn or not. */
function isName(written: string): boolean {
  return /^[^\p{L}]?\p{Lm}?\p{Lu}/u.test(written);
}

/** Of a name in a text as many keys are indexed; of a name in a query all are looked for. */
const MOST_SOUNDS = 2;
const SHORTEST_SOUND = 3;
const SOUND = 'qx';

/**
 * How a romanised name sounds, as forms that no word is like: letters with which none begins and
 * ends, so that neither stemming nor the beginning of another word comes in between.
 */
export function soundsOf(written: string): string[] {
  const word = fold(pressSpelling(written));
  if (!/^\p{Script=Latin}+$/u.test(word)) return [];
  return romanisedKeys([word])
    .filter((key) => key.length >= SHORTEST_SOUND)
    .map((key) => `${SOUND}${key}${SOUND}`);
}

/** Whether a form is the sound of a name. */
export function isSound(form: string): boolean {
  return form.startsWith(SOUND) && form.endsWith(SOUND);
}
