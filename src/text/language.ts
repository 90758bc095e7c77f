import { remembered } from './remembered.ts';

/** The language of a tag without script and region: `ar` of `ar-Latn-IQ`. */
export const primaryLanguage: (tag: string) => string = remembered(
  (tag) => new Intl.Locale(tag).language,
);

/** The name of a language in another (`Arabic`, `العربية`), or the tag itself where it has none. */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
}
