import { isArticle } from '#text/article.ts';
import type { QueryWord } from '#text/query-words.ts';
import type { SearchWord } from '#text/search-words.ts';

/** A form that was looked for, and whether words that begin so count too. */
export interface SoughtForm {
  readonly form: string;
  readonly isBeginning: boolean;
}

/** Endings are so long at most, in letters; a stemmer takes off no more. */
const LONGEST_ENDING = 4;
const SHORTEST_STEM = 3;

/**
 * Whether a form at a place that Pagefind names is what was looked for: the same, or another ending
 * of it. Pagefind names the places of longer words too.
 */
export function isSought(form: string, sought: readonly SoughtForm[]): boolean {
  return sought.some((one) => {
    if (one.isBeginning) return form.startsWith(one.form);
    if (form === one.form) return true;
    const stem = commonBeginning(form, one.form);
    return (
      stem >= SHORTEST_STEM &&
      form.length - stem <= LONGEST_ENDING &&
      one.form.length - stem <= LONGEST_ENDING
    );
  });
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The words of a paragraph that are a name, wherever it stands, articles between its words or not. */
export function wordsOfName(
  words: readonly SearchWord[],
  name: readonly QueryWord[],
): readonly SearchWord[] {
  return words.flatMap((_, start) => runFrom(words, start, name) ?? []);
}

function runFrom(
  words: readonly SearchWord[],
  start: number,
  name: readonly QueryWord[],
): SearchWord[] | undefined {
  const run: SearchWord[] = [];
  let index = start;
  for (const part of name) {
    let word = words[index];
    if (run.length > 0 && word && isArticle(word.form, words[index + 1]?.form)) {
      index += 1;
      word = words[index];
    }
    if (!word || !isForm(word, part)) return undefined;
    run.push(word);
    index += 1;
  }
  return run;
}

function isForm({ form, others }: SearchWord, { forms, sounds }: QueryWord): boolean {
  return [...forms, ...sounds].some((one) => one === form || others.includes(one));
}

/** The words of a paragraph that are a phrase: these forms, one directly behind the other. */
export function wordsOfPhrase(
  words: readonly SearchWord[],
  forms: readonly string[],
): readonly SearchWord[] {
  if (forms.length === 0) return [];
  return words.flatMap((_, start) => {
    const run = words.slice(start, start + forms.length);
    const isPhrase = forms.every((form, index) => {
      const own = run[index]?.form;
      return own !== undefined && isSought(own, [{ form, isBeginning: false }]);
    });
    return isPhrase ? run : [];
  });
}
