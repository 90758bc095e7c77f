/** The language of a tag without script and region: `ar` of `ar-Latn-IQ`. */
export function primaryLanguage(tag: string): string {
  return new Intl.Locale(tag).language;
}

/** The name of a language in another (`Arabic`, `العربية`), or the tag itself where it has none. */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}

/** The name of a script (ISO 15924) in a language, or its code where it has none. */
export function scriptName(script: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'script' }).of(script) ?? script;
}
