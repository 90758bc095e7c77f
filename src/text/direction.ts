/** Scripts that are written from right to left (Unicode, property Bidi_Class R and AL). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** The direction in which a language is written; its script decides, so `ar-Latn` runs left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const known = DIRECTIONS.get(language);
  if (known !== undefined) return known;
  const { script } = new Intl.Locale(language).maximize();
  const direction = script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  DIRECTIONS.set(language, direction);
  return direction;
}

/** Pages ask often, of few languages, and `Intl` takes its time. */
const DIRECTIONS = new Map<string, 'ltr' | 'rtl'>();
