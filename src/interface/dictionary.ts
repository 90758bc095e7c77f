import { remembered } from '#text/remembered.ts';
import type { en } from './en.ts';

/** One wording for each plural category; which ones a language needs, `Intl.PluralRules` knows. */
export type Plurals = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A dictionary with the keys of another: a wording where it has one, plurals where it has those. */
export type DictionaryOf<Other> = {
  readonly [Key in keyof Other]: Other[Key] extends string ? string : Plurals;
};

/** The words of the interface in a language. */
export type Dictionary = DictionaryOf<typeof en>;

type KeysOf<Wording> = {
  [Key in keyof Dictionary]: Dictionary[Key] extends Wording ? Key : never;
}[keyof Dictionary];
/** A key with one wording. */
export type WordKey = KeysOf<string>;
/** A key with a wording for each plural category. */
export type CountKey = KeysOf<Plurals>;

/**
 * What is missing from a dictionary, compared with the English one: keys, plural categories that
 * its language has, and blanks. Each is named; an empty list means that the dictionary is whole.
 */
export function gapsIn(language: string, dictionary: object, model: object): string[] {
  const given = new Map<string, unknown>(Object.entries(dictionary));
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const categories = [...pluralCategories].sort();
  return Object.entries(model).flatMap(([key, wording]: [string, unknown]) => {
    const own = given.get(key);
    if (own === undefined || own === '') return [`\`${key}\` is missing`];
    if (typeof wording === 'string') {
      return typeof own === 'string'
        ? missingBlanks(key, own, wording)
        : [`\`${key}\` has plurals`];
    }
    const plurals = typeof own === 'object' && own !== null ? Object.keys(own) : [];
    return categories
      .filter((category) => !plurals.includes(category))
      .map((category) => `\`${key}\` lacks the plural category \`${category}\``);
  });
}

function missingBlanks(key: string, own: string, model: string): string[] {
  return blanksIn(model)
    .filter((blank) => !blanksIn(own).includes(blank))
    .map((blank) => `\`${key}\` lacks \`${blank}\``);
}

function blanksIn(wording: string): readonly string[] {
  return wording.match(/\{\w+\}/g) ?? [];
}

/** Fills the blanks of a wording. */
export function fill(wording: string, blanks: Readonly<Record<string, string>>): string {
  // Most wordings have no blanks, and a page has hundreds of them.
  if (!wording.includes('{')) return wording;
  return wording.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank);
}

const rulesOf = remembered((language) => new Intl.PluralRules(language));
const numbersOf = remembered((language) => new Intl.NumberFormat(language));

/** The wording for a number in a language; the number stands in it as that language writes numbers. */
export function pluralise(plurals: Plurals, count: number, language: string): string {
  const category = rulesOf(language).select(count);
  const n = numbersOf(language).format(count);
  return fill(plurals[category] ?? plurals.other, { n });
}
