/**
 * What is written together with the word behind it: conjunctions, prepositions, the article. Words
 * and answers are folded (`fold`). Sources: W. Wright, A Grammar of the Arabic Language, §§ 356–368;
 * Gesenius–Kautzsch, Hebrew Grammar, §§ 102–104.
 */

import { primaryLanguage } from './language.ts';

/** A way to take a written word apart. */
export interface Division {
  /** The word by itself, as a list of names would write it. */
  readonly word: string;
  /** How many letters stand before it and can be told from it. */
  readonly before: number;
}

const ARABIC_STACK = /^(?:[وفبكل]|[وف][بكل])$/;
/** `ل` and the article flow together: `لل` is both. */
const ARABIC_FUSED = /^([وف]?)لل(?=.)/;

/** Every way in which an Arabic word may be one that something stands before; never the word itself. */
export function divideArabic(folded: string): Division[] {
  const found: Division[] = [];
  for (const before of [1, 2]) {
    const word = folded.slice(before);
    if (word.length >= 2 && ARABIC_STACK.test(folded.slice(0, before))) {
      found.push({ word, before });
    }
  }
  const fused = ARABIC_FUSED.exec(folded);
  if (fused) {
    const before = fused[1]?.length ?? 0;
    const rest = folded.slice(before + 2);
    // Three times the letter is written twice: `ل` + `اللبناني` is `للبناني`.
    if (rest.length >= 2) found.push({ word: `ال${rest}`, before });
    found.push({ word: `الل${rest}`, before });
  }
  return found;
}

/** `ال` with what may stand before it, or fused with `ل`; two letters behind it are no name yet. */
const ARABIC_ARTICLE = /^(?:([وف]?[بكل]?)ال|([وف]?)لل)(?=...)/;

/**
 * An Arabic word without its article and what stands before that; undefined where it has none.
 * `before` counts the letters before the article, which belongs to the name as it is written here.
 */
export function withoutArabicArticle(
  folded: string,
): (Division & { readonly hasClitic: boolean }) | undefined {
  const found = ARABIC_ARTICLE.exec(folded);
  if (!found) return undefined;
  const [article, apart, fused] = found;
  const before = (apart ?? fused ?? '').length;
  const hasClitic = before > 0 || fused !== undefined;
  return { word: folded.slice(article.length), before, hasClitic };
}

const HEBREW_STACK = /^(ו?(?:לכש|כש|מש|ש)?[בלמכ]?ה?)/;

/** Every way in which a Hebrew word may be one that something stands before; never the word itself. */
export function divideHebrew(folded: string): Division[] {
  const stack = HEBREW_STACK.exec(folded)?.[1] ?? '';
  const found: Division[] = [];
  for (let before = 1; before <= stack.length; before += 1) {
    const word = folded.slice(before);
    if (word.length < 2 || !isHebrewStack(folded.slice(0, before))) continue;
    found.push({ word, before });
    // The article is not written behind a preposition.
    if (/[בלכ]$/.test(folded.slice(0, before))) found.push({ word: `ה${word}`, before });
  }
  return found;
}

function isHebrewStack(letters: string): boolean {
  return /^ו?(?:לכש|כש|מש|ש)?[בלמכ]?ה?$/.test(letters);
}

const ELISION =
  /^(?:l|d|qu|j|m|n|s|t|c|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall|un|quell)['\u2019](?=..)/i;

/** How many letters of a written Latin word are a shortened article or preposition (`l’Irak`: 2). */
export function elisionIn(written: string): number {
  return ELISION.exec(written)?.[0].length ?? 0;
}

const LATIN_ARTICLE = /^[aeu](l|sh|th|dh|[stdrzn])$/;

/**
 * The consonant of the Arabic article in Latin letters (`al`, `el`, `ash`, `ez`), by which the next
 * word begins where it is not `l`; undefined for other words. The word is folded.
 */
export function articleSound(folded: string): string | undefined {
  return LATIN_ARTICLE.exec(folded)?.[1];
}

/** Languages in Arabic letters that write conjunctions, prepositions and articles apart, if at all. */
const WITHOUT_CLITICS: ReadonlySet<string> = new Set([
  ...['fa', 'prs', 'ur', 'ps', 'ckb', 'ku', 'sd', 'pa', 'ks', 'ug', 'az', 'ota', 'tr', 'ms', 'uz'],
]);

/** Whether a language, as a BCP 47 tag, writes conjunctions and prepositions as Arabic does. */
export function hasArabicClitics(lang: string): boolean {
  return !WITHOUT_CLITICS.has(primaryLanguage(lang));
}

/** What Persian writes behind a word and a joiner: plurals, possessives, forms of “to be”. */
const PERSIAN_SUFFIX =
  /^(?:ها(?:ي(?:[يشمت]|[متش]ان)?)?|ا?ي|ا[متش]|[متش]ان|اند|اي[دم]|را|تر(?:ين)?)$/;

/** Whether a folded Persian word part behind a zero-width non-joiner is an ending. */
export function isPersianSuffix(folded: string): boolean {
  return PERSIAN_SUFFIX.test(folded);
}
