/** The language of a tag without script and region: `ar` of `ar-Latn-IQ`. */
export function primaryLanguage(tag: string): string {
  let language = primaries.get(tag);
  if (language === undefined) primaries.set(tag, (language = new Intl.Locale(tag).language));
  return language;
}

/** `Intl` takes longer to set up than whatever asks; an archive has few tags. */
const primaries = new Map<string, string>();

/** The name of a language in another (`Arabic`, `العربية`), or the tag itself where it has none. */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}

/** The name of a script (ISO 15924) in a language, or its code where it has none. */
export function scriptName(script: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'script' }).of(script) ?? script;
}
