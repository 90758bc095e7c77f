import {
  APOSTROPHE,
  GAP,
  GERSHAYIM,
  isHebrew,
  kindAt,
  LETTER,
  NOTHING,
  STOP,
  UNSPACED,
} from './characters.ts';

/** Hears where a word of a text begins and ends, in UTF-16 units. */
export type OnWord = (start: number, end: number) => void;

/**
 * Divides a text into its written words: runs of letters, marks and digits with the apostrophes,
 * ayns and hamzas between them. Hyphens and zero-width non-joiners divide words; where a script has
 * no spaces, every letter is one.
 */
export function divide(text: string, onWord: OnWord): void {
  const { length } = text;
  let index = 0;
  while (index < length) {
    const kind = kindAt(text, index);
    if (kind === UNSPACED) {
      onWord(index, index + 1);
      index += 1;
    } else if (kind === LETTER) {
      const end = endOfWord(text, index);
      onWord(index, end);
      index = end;
    } else index += 1;
  }
}

function endOfWord(text: string, start: number): number {
  let index = start + 1;
  for (;;) {
    const kind = kindAt(text, index);
    if (kind === LETTER) index += 1;
    else if (kind === GAP || kind === UNSPACED) return index;
    else if (kindAt(text, index + 1) === LETTER && goesOn(text, index, kind, start)) index += 2;
    // The last stop of `U.S.` belongs to it as well.
    else return index + Number(kind === STOP && isAfterStop(text, index, start));
  }
}

/** Whether a word goes on behind a character that is no letter but stands between two. */
function goesOn(text: string, index: number, kind: number, start: number): boolean {
  if (kind === APOSTROPHE || kind === NOTHING) return true;
  if (kind === GERSHAYIM) {
    return isHebrew(text.charCodeAt(index - 1)) && isHebrew(text.charCodeAt(index + 1));
  }
  // `U.S.A`, and not the end of a sentence without a space behind it.
  const isSingle = index - start === 1 || isAfterStop(text, index, start);
  const isNextSingle = kindAt(text, index + 2) !== LETTER;
  return kind === STOP && isSingle && isNextSingle;
}

/** Whether nothing but a single letter of the word stands between a place of it and a stop. */
function isAfterStop(text: string, index: number, start: number): boolean {
  return index - 2 > start && kindAt(text, index - 2) === STOP;
}

/** What divides two words of a name: what may, and what shows that they are not one name. */
export type Gap = 'space' | 'hyphen' | 'joiner' | 'none' | 'punctuation';

const SPACES = /^[ \u00A0\u202F\u2009\u200C\u200E\u200F\u061C\u2066-\u2069]+$/;
const HYPHENS = /^[-\u2010\u2011\u05BE]$/;
/** Signs that may be ayn or hamza at the end of one word or the beginning of the next. */
const SIGNS = /^['`´‘’‛′]|['`´‘’‛′]$/g;

/** The gap between two places of a text, which are the end of a word and the start of the next. */
export function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return 'none';
  if (to - from === 1) {
    const code = text.charCodeAt(from);
    if (code === 0x20) return 'space';
    if (code === 0x2d) return 'hyphen';
    if (code === 0x20_0c) return 'joiner';
  }
  if (to - from > 4) return 'punctuation';
  const gap = text.slice(from, to);
  if (SPACES.test(gap)) return 'space';
  if (HYPHENS.test(gap)) return 'hyphen';
  // An initial or a short title: `J. Smith`, `St. John`.
  if (/^\. ?$/.test(gap) && /(?:^|[^\p{L}])\p{Lu}\p{Ll}?$/u.test(text.slice(from - 3, from))) {
    return 'space';
  }
  const bare = gap.replaceAll(SIGNS, '');
  if (bare.length < gap.length && bare !== '') {
    return HYPHENS.test(bare) ? 'hyphen' : SPACES.test(bare) ? 'space' : 'punctuation';
  }
  return 'punctuation';
}

/** Whether a sign that may be ayn stands directly before a word and belongs to no word before it. */
export function hasSignBefore(text: string, start: number): boolean {
  return kindAt(text, start - 1) === APOSTROPHE && kindAt(text, start - 2) !== LETTER;
}

/** Whether a sign that may be hamza or ayn stands directly behind a word. */
export function hasSignBehind(text: string, end: number): boolean {
  return kindAt(text, end) === APOSTROPHE && kindAt(text, end + 1) !== LETTER;
}

/**
 * Whether a written word is the Persian ezafe behind a zero-width non-joiner (`خانه‌ی`): grammar
 * between two words, which other writers leave out or write as a sign on the word before.
 */
export function isEzafe(text: string, start: number, end: number): boolean {
  return (
    end - start === 1 &&
    text.charCodeAt(start - 1) === 0x20_0c &&
    /[\u06CC\u064A\u0649]/.test(text.charAt(start))
  );
}
