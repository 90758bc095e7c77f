const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
] as const;

/** The script in which most letters of some words are written, by its ISO 15924 code. */
export function scriptOf(words: string): string | undefined {
  const counts = SCRIPTS.map(([script, pattern]) => ({
    script,
    count: words.match(pattern)?.length ?? 0,
  })).filter(({ count }) => count > 0);
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.script;
}

/**
 * The language tag for words whose language nobody wrote down: the one among some languages that
 * is written in the same script; else “undetermined” in that script, so that direction and font
 * are right all the same.
 */
export function languageOf(words: string, languages: readonly string[]): string {
  const script = scriptOf(words);
  const same = languages.find((tag) => scriptOfTag(tag) === script);
  if (same !== undefined) return same;
  return script === undefined ? 'und' : `und-${script}`;
}

/** `Intl` takes long to answer; an archive has few tags. */
const scripts = new Map<string, string | undefined>();

function scriptOfTag(tag: string): string | undefined {
  if (!scripts.has(tag)) scripts.set(tag, new Intl.Locale(tag).maximize().script);
  return scripts.get(tag);
}
