/** What a character is to the division of a text into words. */
export const GAP = 0;
/** A letter, a mark or a digit. */
export const LETTER = 1;
/** An apostrophe or a sign for ayn or hamza: part of a word between letters. */
export const APOSTROPHE = 2;
/** A letter of a script without spaces between words: a word by itself. */
export const UNSPACED = 3;
/** A stop: part of an abbreviation such as `U.S.` between single letters. */
export const STOP = 4;
/** Shows nothing and divides nothing, such as a soft hyphen. */
export const NOTHING = 5;
/** Gershayim, and the quotation mark that stands for them: part of a Hebrew abbreviation. */
export const GERSHAYIM = 6;
/** Half of a character beyond the basic plane. */
const SURROGATE = 7;

/** The kind of every character of the basic plane, by its code. */
const KINDS = new Uint8Array(0x1_00_00);
for (let code = 0; code < KINDS.length; code += 1) {
  const character = String.fromCharCode(code);
  if (code >= 0xd8_00 && code <= 0xdf_ff) KINDS[code] = SURROGATE;
  else if (isUnspaced(character)) KINDS[code] = UNSPACED;
  else if (/[\p{L}\p{M}\p{N}]/u.test(character)) KINDS[code] = LETTER;
}
for (const character of "'`´‘’‛′") KINDS[character.charCodeAt(0)] = APOSTROPHE;
for (const character of '\u00AD\u200D\u2060\uFEFF') KINDS[character.charCodeAt(0)] = NOTHING;
for (const character of '"״') KINDS[character.charCodeAt(0)] = GERSHAYIM;
KINDS['.'.charCodeAt(0)] = STOP;
// The single geresh is a letter of Hebrew abbreviations and foreign sounds.
KINDS['׳'.charCodeAt(0)] = APOSTROPHE;

function isUnspaced(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    character,
  );
}

/** The kind of the character at a place of a text; beyond its end a gap. */
export function kindAt(text: string, index: number): number {
  const kind = KINDS[text.charCodeAt(index)] ?? GAP;
  return kind === SURROGATE ? kindOfPair(text, index) : kind;
}

/** Both halves of a character are of its kind. */
function kindOfPair(text: string, index: number): number {
  const isLow = (text.charCodeAt(index) & 0xfc_00) === 0xdc_00;
  const character = String.fromCodePoint(text.codePointAt(isLow ? index - 1 : index) ?? 0);
  if (isUnspaced(character)) return LETTER;
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? LETTER : GAP;
}

/** Whether a character is a letter of the Hebrew script. */
export function isHebrew(code: number): boolean {
  return code >= 0x05_d0 && code <= 0x05_ea;
}
