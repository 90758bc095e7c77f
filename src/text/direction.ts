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
  let direction = directions.get(language);
  if (direction === undefined) {
    const { script } = new Intl.Locale(language).maximize();
    direction = script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
    directions.set(language, direction);
  }
  return direction;
}

/** Every name on a page asks, and `Intl` takes long to answer; an archive has few tags. */
const directions = new Map<string, 'ltr' | 'rtl'>();
