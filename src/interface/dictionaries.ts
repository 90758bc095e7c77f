import { primaryLanguage } from '#text/language.ts';
import { ar } from './ar.ts';
import { type Dictionary, gapsIn } from './dictionary.ts';
import { en } from './en.ts';

/** Every interface language; another language is one more file and one more line here. */
const DICTIONARIES: Readonly<Record<string, Dictionary>> = { en, ar };

/** The languages that have an interface, without regions: `ar-LB` uses `ar`. */
export const DICTIONARY_LANGUAGES: readonly string[] = Object.keys(DICTIONARIES);

/** The dictionary of an interface language. Throws where there is none; `check` names that before. */
export function dictionaryOf(language: string): Dictionary {
  const dictionary = DICTIONARIES[primaryLanguage(language)];
  if (!dictionary) throw new Error(`There is no interface in the language ${language}.`);
  return dictionary;
}

/** What is missing from any dictionary; a build with a gap fails. */
export function dictionaryGaps(): string[] {
  return Object.entries(DICTIONARIES).flatMap(([language, dictionary]) =>
    gapsIn(language, dictionary, en).map((gap) => `src/interface/${language}.ts: ${gap}`),
  );
}
