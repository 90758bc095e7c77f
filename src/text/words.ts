const BEGINS = /[\p{L}\p{N}]/u;
/** Vowel signs, signs for ayn and hamza, apostrophes, the Arabic stretching stroke, the Persian joiner. */
const CONTINUES = /[\p{M}\u02BB-\u02BF\u2018\u2019'\u0640\u200C]/u;

const [OTHER, INSIDE, LETTER] = [0, 1, 2];
/** For each character below U+10000 which of these it is, once it was met. */
const known = new Int8Array(0x1_00_00).fill(-1);

/**
 * Goes through the words and numbers of a text: where each begins, and where it has ended. A word
 * holds its vowel signs, apostrophes and joiners.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    const isPair = unit >= 0xd8_00 && unit < 0xdc_00;
    const kind = isPair ? kindOf(text.codePointAt(index) ?? unit) : (known[unit] ?? OTHER);
    const found = kind < 0 ? (known[unit] = kindOf(unit)) : kind;
    if (start < 0 && found === LETTER) start = index;
    else if (start >= 0 && found === OTHER) {
      visit(start, index);
      start = -1;
    }
    index += isPair && (text.codePointAt(index) ?? 0) > 0xff_ff ? 2 : 1;
  }
  if (start >= 0) visit(start, text.length);
}

function kindOf(codePoint: number): number {
  const letter = String.fromCodePoint(codePoint);
  if (BEGINS.test(letter)) return LETTER;
  return CONTINUES.test(letter) ? INSIDE : OTHER;
}
