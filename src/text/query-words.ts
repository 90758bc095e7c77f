import { articleSound } from './clitics.ts';
import { fold } from './fold.ts';
import { pressSpelling } from './press.ts';
import { readingsOf, searchWords, withoutArticle } from './search-words.ts';

/** A word of a query: a text has it if it has one of its forms. */
export interface QueryWord {
  /** As it was typed. */
  readonly typed: string;
  readonly form: string;
  /** Forms of search words, the likeliest first. */
  readonly forms: readonly string[];
  /** What is tried where no text has any of those: without what may stand before the word. */
  readonly rarer: readonly string[];
}

/** The most forms of a word, and names of an entity, that are looked up. */
export const MOST_VARIANTS = 4;

/**
 * The words of a query as a bundle of a language knows them. The article of Arabic names
 * is left out, because half of the texts leave it out too.
 */
export function queryWords(query: string, language: string): QueryWord[] {
  const words = searchWords(query, language);
  const kept = words.filter((word, index) => !isArticle(word.form, words[index + 1]?.form));
  return kept.map(({ form, start, end }) => {
    const typed = query.slice(start, end);
    return { typed, form, ...formsOf(typed, form, language) };
  });
}

/** Whether a folded Latin word is the article of the word behind it: `al`, or `ash` before `sh`. */
export function isArticle(form: string, next: string | undefined): boolean {
  const sound = articleSound(form);
  return sound !== undefined && next !== undefined && (sound === 'l' || next.startsWith(sound));
}

function formsOf(
  typed: string,
  form: string,
  language: string,
): Pick<QueryWord, 'forms' | 'rarer'> {
  // Typed with the letters of the preposition, it may still be the name.
  const bare = form === 'على1' ? 'علي' : withoutArticle(form);
  const press = fold(pressSpelling(typed));
  const forms = new Set(form === 'على1' ? [form, bare] : bare === form ? [form, press] : [bare]);
  const rarer = readingsOf(typed, language).others.filter((other) => !forms.has(other));
  return { forms: [...forms], rarer: rarer.slice(0, MOST_VARIANTS) };
}
