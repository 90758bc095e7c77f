const LATIN = ['bin', 'ibn', 'ben', 'ebn'];
const ARABIC = ['بن', 'ابن'];

/** Whether a folded word is “son of” in some spelling. */
export function isSon(form: string): boolean {
  return LATIN.includes(form) || ARABIC.includes(form);
}

/** All spellings of “son of” in the script of one of them; the first stands for all. */
export function spellingsOfSon(form: string): readonly string[] {
  return LATIN.includes(form) ? LATIN : ARABIC;
}
