import { isArticle, withoutArticle, withoutEzafe } from './article.ts';
import { fold } from './fold.ts';
import { isPersianSuffix } from './clitics.ts';
import { formOf, PREPOSITION } from './form.ts';
import { pressSpelling } from './press.ts';
import { readingsOf, searchWords, soundsOf } from './search-words.ts';
import { servantParts } from './servant.ts';
import { spellingsOfSon } from './son.ts';

/** A word of a query: a text has it if it has one of its forms. */
export interface QueryWord {
  /** As it was typed. */
  readonly typed: string;
  /** Forms of search words, the likeliest first. */
  readonly forms: readonly string[];
  /** What is tried where no text has any of those: without what may stand before the word. */
  readonly rarer: readonly string[];
  /** How it sounds if it is a romanised name; what else is “son of” if it is that. */
  readonly sounds: readonly string[];
}

/** The most forms of a word, and names of an entity, that are looked up. */
export const MOST_VARIANTS = 4;

/**
 * The words of a query as a bundle of a language knows them. The article of Arabic names is left
 * out, because half of the texts leave it out too; names that can be written in one word or two are
 * taken apart.
 */
export function queryWords(typedWords: string, language: string): QueryWord[] {
  const query = withoutEzafe(typedWords);
  const words = searchWords(query, language);
  return words
    .filter(({ form }, index) => !isArticle(form, words[index + 1]?.form, words[index - 1]?.form))
    .flatMap(({ form, start, end }) => {
      const typed = query.slice(start, end);
      const parts = servantParts(withoutArticle(form));
      return parts.length > 0
        ? parts.map((part) => queryWord(part, part, language))
        : [queryWord(typed, form, language)];
    });
}

function queryWord(typed: string, form: string, language: string): QueryWord {
  const forms = formsOf(typed, form);
  const sounds = spellingsOfSon(form) ?? soundsOf(typed);
  const others = isCompound(typed) ? [] : readingsOf(typed, language).others;
  const rarer = others.filter((other) => !forms.includes(other) && !sounds.includes(other));
  return {
    typed,
    forms,
    rarer: rarer.slice(0, MOST_VARIANTS),
    sounds: sounds.slice(0, MOST_VARIANTS),
  };
}

/** A part of a word with an ending stands for the word; a part of a compound is another word. */
function isCompound(typed: string): boolean {
  const parts = typed.split('\u200C').map(formOf);
  return parts.filter((part) => part.length > 2 && !isPersianSuffix(part)).length > 1;
}

function formsOf(typed: string, form: string): string[] {
  // Typed with the letters of the preposition, it may still be the name.
  if (form === PREPOSITION) return [form, 'علي'];
  const bare = withoutArticle(form);
  return bare === form ? [...new Set([form, fold(pressSpelling(typed))])] : [bare];
}
