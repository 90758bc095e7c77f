const WELL_FORMED = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

/**
 * Whether a value is a language tag: well-formed BCP 47 with a language of two or three letters
 * (longer ones are reserved, and are mostly somebody's `english`).
 */
export function isLanguageTag(value: string): boolean {
  if (!WELL_FORMED.test(value)) return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
