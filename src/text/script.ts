const SCRIPTS = [
  ['Arab', /\p{Script=Arabic}/u, 'ar'],
  ['Hebr', /\p{Script=Hebrew}/u, 'he'],
  ['Cyrl', /\p{Script=Cyrillic}/u, 'ru'],
  ['Grek', /\p{Script=Greek}/u, 'el'],
  ['Armn', /\p{Script=Armenian}/u, 'hy'],
  ['Latn', /\p{Script=Latin}/u, 'en'],
] as const;

/** The script of the first letter of a known script, by its ISO 15924 code. */
export function scriptOf(words: string): string | undefined {
  for (const letter of words) {
    const found = SCRIPTS.find(([, pattern]) => pattern.test(letter));
    if (found) return found[0];
  }
  return undefined;
}

/**
 * The language tag for a name whose language nobody wrote down: the one among the entity’s own
 * languages that is written in the same script; else “undetermined” in that script, so that
 * direction and font are right all the same.
 */
export function languageOfName(name: string, languages: readonly string[]): string {
  const script = scriptOf(name);
  const same = languages.find((tag) => new Intl.Locale(tag).maximize().script === script);
  if (same !== undefined) return same;
  return script === undefined ? 'und' : `und-${script}`;
}
