const SCRIPTS = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Armn', /\p{Script=Armenian}/u],
] as const;

/** For each character below U+10000 the place of its script in the table above, once it was met. */
const known = new Int8Array(0x1_00_00).fill(-1);
const NONE = SCRIPTS.length;

/** The script in which most letters of some words are written, by its ISO 15924 code. */
export function scriptOf(words: string): string | undefined {
  const counts = new Int32Array(NONE + 1);
  for (let index = 0; index < words.length; index += 1) {
    const unit = words.charCodeAt(index);
    const isPair = unit >= 0xd8_00 && unit < 0xdc_00;
    const place = isPair ? find(words.codePointAt(index) ?? unit) : (known[unit] ?? NONE);
    const script = place < 0 ? (known[unit] = find(unit)) : place;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  let most = 0;
  for (let script = 1; script < NONE; script += 1) {
    if ((counts[script] ?? 0) > (counts[most] ?? 0)) most = script;
  }
  return (counts[most] ?? 0) > 0 ? SCRIPTS[most]?.[0] : undefined;
}

function find(codePoint: number): number {
  const letter = String.fromCodePoint(codePoint);
  const place = SCRIPTS.findIndex(([, pattern]) => pattern.test(letter));
  return place < 0 ? NONE : place;
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
