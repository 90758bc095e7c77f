/** The invisible characters that set or override direction, by their names in Unicode. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\u202A': 'LEFT-TO-RIGHT EMBEDDING (U+202A)',
  '\u202B': 'RIGHT-TO-LEFT EMBEDDING (U+202B)',
  '\u202C': 'POP DIRECTIONAL FORMATTING (U+202C)',
  '\u202D': 'LEFT-TO-RIGHT OVERRIDE (U+202D)',
  '\u202E': 'RIGHT-TO-LEFT OVERRIDE (U+202E)',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE (U+2066)',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE (U+2067)',
  '\u2068': 'FIRST STRONG ISOLATE (U+2068)',
  '\u2069': 'POP DIRECTIONAL ISOLATE (U+2069)',
};

/**
 * The characters that leave no trace but a direction: the controls above and the three marks.
 * As the inside of a character class.
 */
export const INVISIBLE_DIRECTION = '\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069';

/** Names of the bidi controls in a string, each once, in order of appearance; marks are no controls. */
export function bidiControlsIn(value: string): string[] {
  const found = new Set(value.match(/[\u202A-\u202E\u2066-\u2069]/g) ?? []);
  return [...found].flatMap((control) => CONTROLS[control] ?? []);
}
