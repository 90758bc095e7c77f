import { fold } from '#text/fold.ts';
import { remembered } from '#text/remembered.ts';

/** What `Intl` knows by name: countries, continents and languages. Source: the Unicode CLDR. */
interface WorldNames {
  /** Codes of countries and regions by their folded names. */
  readonly regions: ReadonlyMap<string, string>;
  /** Folded names of languages. */
  readonly languages: ReadonlySet<string>;
}

const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(0x61 + index));
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
/** Continents (UN M49), and languages that have no code of two letters. */
const CONTINENTS = ['002', '009', '019', '142', '150'];
const LANGUAGES = ['ota', 'arc', 'syr', 'grc', 'jrb'];

const worldNames = remembered((language): WorldNames => {
  const regions = new Map<string, string>();
  for (const code of [...PAIRS.map((pair) => pair.toUpperCase()), ...CONTINENTS]) {
    const name = nameIn(language, 'region', code);
    if (name !== undefined && !regions.has(fold(name))) regions.set(fold(name), code);
  }
  const languages = [...PAIRS, ...LANGUAGES].flatMap(
    (code) => nameIn(language, 'language', code) ?? [],
  );
  return { regions, languages: new Set(languages.map(fold)) };
});

const displayNames = remembered((key) => {
  const [language = '', type = ''] = key.split(' ');
  return new Intl.DisplayNames([language], {
    type: type === 'region' ? 'region' : 'language',
    fallback: 'none',
  });
});

function nameIn(language: string, type: 'region' | 'language', code: string): string | undefined {
  return displayNames(`${language} ${type}`).of(code);
}

/** Whether a name is that of a language (`Arabic`), which is seldom what a text is about. */
export function isLanguage(name: string, language: string): boolean {
  return worldNames(language).languages.has(fold(name));
}

/** Whether a name is that of a country or continent. */
export function isRegion(name: string, language: string): boolean {
  return worldNames(language).regions.has(fold(name));
}

/** The name of a country in another language; undefined where it is none. */
export function regionIn(name: string, language: string, other: string): string | undefined {
  const code = worldNames(language).regions.get(fold(name));
  return code === undefined ? undefined : nameIn(other, 'region', code);
}

const ENDINGS = ['ian', 'ean', 'an', 'ese', 'ish', 'ic', 'i', 'n', 's', 'is', 'ians', 'ans', 'ns'];

/** Whether a word is the adjective of a country, or its people (`Egyptian`, `Iraqis`). */
export function isOfRegion(word: string, language: string): boolean {
  const folded = fold(word);
  const names = regionWords(language);
  if (isRegion(word, language)) return false;
  return ENDINGS.some((ending) => {
    const stem = folded.slice(0, -ending.length);
    if (!folded.endsWith(ending) || stem.length < 4) return false;
    return names.some((name) => name.startsWith(stem) && name.length - stem.length <= 2);
  });
}

/** The words of the names of countries that an adjective may come from; of long names all of them. */
const regionWords = remembered((language): readonly string[] =>
  [...worldNames(language).regions.keys()].flatMap((name) =>
    name.split(' ').flatMap((word) => (word.endsWith('ian') ? [word, word.slice(0, -3)] : [word])),
  ),
);
