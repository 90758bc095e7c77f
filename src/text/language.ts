import { remembered } from './remembered.ts';

/** The language of a tag without script and region: `ar` of `ar-Latn-IQ`. */
export const primaryLanguage: (tag: string) => string = remembered(
  (tag) => new Intl.Locale(tag).language,
);

/** Of some languages the one for readers of another: the same, else one of its kin, else the first. */
export function nearestLanguage(tag: string, languages: readonly string[]): string | undefined {
  const primary = primaryLanguage(tag);
  return (
    languages.find((one) => one === tag) ??
    languages.find((one) => primaryLanguage(one) === primary) ??
    languages[0]
  );
}

/** What `und` is called; to `Intl` it is the root of all its locales and has no other name. */
const UNDETERMINED: Readonly<Record<string, string>> = {
  en: 'Undetermined language',
  ar: 'لغة غير محددة',
};

/** The name of a language in another (`Arabic`, `العربية`), or the tag itself where it has none. */
export function languageName(tag: string, inLanguage: string): string {
  const name = new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  if (primaryLanguage(tag) !== 'und') return name;
  return name.replace('root', UNDETERMINED[primaryLanguage(inLanguage)] ?? 'und');
}

/** The name of a script (ISO 15924) in a language, or its code where it has none. */
export function scriptName(script: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'script' }).of(script) ?? script;
}
