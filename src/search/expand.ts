import { nameWords } from '#text/name-key.ts';
import { MOST_VARIANTS, type QueryWord, queryWords } from '#text/query-words.ts';
import { scriptOf } from '#text/script.ts';
import { type AliasEntity, CERTAINTY } from './aliases.ts';
import type { Named } from './query.ts';

/**
 * The names by which the texts in a language may name some entities, as words to look for; as many
 * as a search has variants. Names in other scripts are left out. With a surname, others’ surnames
 * are looked for; with the last word of a name, the last words of its names.
 */
export function namesIn(language: string, named: readonly Named[]): QueryWord[][] {
  const { script } = new Intl.Locale(language).maximize();
  const found = new Map<string, QueryWord[]>();
  for (const name of named.flatMap((one) => namesAskedFor(one, script ?? ''))) {
    const words = queryWords(name, language);
    const key = words.map(({ forms }) => forms.join('/')).join(' ');
    if (words.length > 0 && !found.has(key)) found.set(key, words);
  }
  return [...found.values()].slice(0, MOST_VARIANTS);
}

function namesAskedFor({ entity, certainty }: Named, script: string): string[] {
  const inScript = (names: readonly string[]): string[] =>
    names
      .filter((name) => scriptOf(name) === script)
      // What Persian writes with a joiner, others write in two words.
      .flatMap((name) => [name, name.replaceAll('\u200C', ' ')]);
  const full = inScript(entity.full);
  if (certainty === CERTAINTY.short) {
    const short = inScript(entity.short);
    return short.length > 0 ? short : full;
  }
  return certainty === CERTAINTY.part ? lastWords(full) : full;
}

function lastWords(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const words = nameWords(name);
    const last = words.at(-1);
    return words.length > 1 && last !== undefined ? [last] : [];
  });
}

/** All names by which a text may name an entity, for marking them in texts that were found. */
export function namesToMark(entity: AliasEntity, language: string): QueryWord[][] {
  const { script } = new Intl.Locale(language).maximize();
  return [...entity.full, ...entity.short]
    .filter((name) => scriptOf(name) === script)
    .map((name) => queryWords(name, language))
    .filter((words) => words.length > 0);
}
