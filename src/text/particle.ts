/**
 * Words of Arabic grammar that differ from names in nothing that folding keeps: `على` from `علي`,
 * `هنا` from `هناء`, `أن` from `آن`. Most texts write many of them in every paragraph.
 */
const PARTICLES: ReadonlySet<string> = new Set([
  ...['على', 'إلى', 'الى', 'حتى', 'متى', 'لدى', 'سوى', 'بلى'],
  ...['أن', 'إن', 'ان', 'أنا', 'انا', 'هنا', 'أو', 'او', 'أي', 'اي', 'أين', 'اين', 'أم', 'ام'],
  ...['إذ', 'اذ', 'إذا', 'اذا', 'ألا', 'إلا', 'الا', 'أما', 'إما', 'اما'],
]);

/** The letters of an Arabic word as they are written, without vowel signs and stretching. */
export function lettersOf(written: string): string {
  return written.normalize('NFC').replaceAll(/[\p{M}\u0640]/gu, '');
}

/** Whether an Arabic word, letter by letter, is one of grammar that could be taken for a name. */
export function isParticle(letters: string): boolean {
  return PARTICLES.has(letters);
}
