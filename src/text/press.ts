/** How newspapers write the letters of scholarly romanisation that have marks. */
const PRESS: Readonly<Record<string, string>> = {
  ...{ š: 'sh', ş: 'sh', ș: 'sh', ž: 'zh', č: 'ch', ç: 'ch', ġ: 'gh', ḡ: 'gh', ǧ: 'j', ğ: 'gh' },
  ...{ ḫ: 'kh', ẖ: 'kh', ḵ: 'kh', ḏ: 'dh', ṯ: 'th' },
};
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
