import { letterTable } from './letter-table.ts';

/** How newspapers write the letters of scholarly romanisation that have marks. */
const PRESS = letterTable({
  sh: 'šşș',
  zh: 'ž',
  ch: 'čç',
  gh: 'ġḡğ',
  j: 'ǧ',
  kh: 'ḫẖḵ',
  dh: 'ḏ',
  th: 'ṯ',
});
const MARKED = new RegExp(`[${Object.keys(PRESS).join('')}]`, 'g');

/**
 * A word in Latin letters as newspapers romanise it (`Šaddādī`: `shaddādī`), in lower case; letters
 * that differ by a mark alone keep it, for `fold` to take off.
 */
export function pressSpelling(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(MARKED, (letter) => PRESS[letter] ?? letter);
}
