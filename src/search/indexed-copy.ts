import { type SearchWord, searchWords } from '#text/search-words.ts';

/** A paragraph as it is searched: its words, and those of the notes that it calls. */
export interface SearchableParagraph {
  readonly id: string;
  readonly words: string;
}

/** Stands between what must not be found as one phrase. Pagefind counts it as a word without letters. */
const STOP = '¶';

/**
 * The copy of a paragraph that Pagefind indexes: its words as they are compared, then what else
 * finds each of them. Readers never see it: a place in it leads back to the word that it comes from
 * (`placesOf`), so that a hit is shown in the text’s own spelling.
 */
export function indexedCopy(words: string, language: string): string {
  return placesIn(searchWords(words, language))
    .map((place) => place?.form ?? STOP)
    .join(' ');
}

/** A place of the indexed copy: the form that stands there, and the word that it comes from. */
export interface Place {
  readonly form: string;
  readonly word: SearchWord;
}

/** The places of a paragraph’s copy in order; undefined where nothing is found. */
export function placesIn(words: readonly SearchWord[]): (Place | undefined)[] {
  const places: (Place | undefined)[] = words.map((word) => ({ form: word.form, word }));
  places.push(undefined);
  for (const word of words) {
    for (const form of word.others) places.push({ form, word }, undefined);
  }
  return places;
}
