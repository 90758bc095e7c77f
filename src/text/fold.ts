import { letterTable } from './letter-table.ts';

/** Letters that show nothing: soft hyphen, joiners, direction marks, the Arabic stretching stroke. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u0640]/g;
/** Signs for ayn and hamza, and the marks that stand for them on keyboards. */
const RINGS = /[\u02BB-\u02BF\u02C8\u2018\u2019\u201B\u2032'`\u00B4\uA78B\uA78C]/g;
/** Letters that are one letter to a reader who searches; what Unicode does not decompose. */
const SAME = letterTable({
  ا: 'ٱ',
  ي: 'ىیې',
  ه: 'ةہەھ',
  ك: 'کگ',
  מ: 'ם',
  נ: 'ן',
  צ: 'ץ',
  פ: 'ף',
  כ: 'ך',
  i: 'ı',
  o: 'ø',
  l: 'ł',
  d: 'đð',
  th: 'þ',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  σ: 'ς',
  е: 'ё',
});
const LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');

/** Letters that are as they are compared, but for their case. */
const PLAIN = /^[a-z0-9 ]*$/i;

/**
 * Words as they are compared: without case, marks, vowel signs, hamza, ayn and stretching, and with
 * the letters of one sound in Arabic, Persian and Hebrew brought together. Digits come out as 0–9.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return digitsToAscii(word)
    .normalize('NFKD')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(RINGS, '')
    .replaceAll('ء', '')
    .replaceAll(LETTERS, (letter) => SAME[letter] ?? letter);
}

/** The words of a sentence, folded; numbers are words too. */
export function foldedWords(words: string): string[] {
  return fold(words).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯]/g;

/** Writes the digits of Arabic, Persian and Indian scripts as 0–9; everything else stays. */
export function digitsToAscii(words: string): string {
  return words.replaceAll(OTHER_DIGITS, (digit) =>
    String(((digit.codePointAt(0) ?? 0) % 0x10) - offsetOf(digit)),
  );
}

/** The digits of a script begin at a multiple of sixteen, or six behind one. */
function offsetOf(digit: string): number {
  return /[०-९০-৯]/.test(digit) ? 6 : 0;
}
