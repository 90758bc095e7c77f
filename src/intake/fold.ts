/** Points of vowels and of Hebrew, and signs for ayn and hamza, which spellings leave out at will. */
const LEFT_OUT = /[\p{Mn}\u0640\u02BB-\u02BF\u2018\u2019'`]/gu;

/**
 * Words in one spelling, to compare them by: small letters without points and accents, the forms of
 * alif, ya and ta marbuta as one, digits as 0–9. Nothing that is shown is ever folded.
 */
export function fold(words: string): string {
  return foldDigits(words)
    .normalize('NFKD')
    .replaceAll(LEFT_OUT, '')
    .toLowerCase()
    .replaceAll(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
    .normalize('NFC');
}

/** The words of a sentence, folded; numbers are words too. */
export function foldedWords(words: string): string[] {
  return fold(words).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Eastern digits (٠–٩, ۰–۹) as 0–9; everything else stays. */
export function foldDigits(words: string): string {
  return words.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
}
