import { divideArabic, divideHebrew } from './clitics.ts';
import { fold } from './fold.ts';
import { isArticle, withoutEzafe } from './article.ts';
import { formOf, PREPOSITION } from './form.ts';
import { pressSpelling } from './press.ts';
import { romanisedKeys } from './romanised-keys.ts';
import { scriptOf } from './script.ts';
import { skeletonsOf } from './skeleton.ts';
import { spellingsOfSon } from './son.ts';

/**
 * The words of a name as keys are made of them: folded, Latin ones in press spelling, without
 * articles; what “son of” is in any spelling, in one.
 */
export function nameWords(name: string): string[] {
  const isLatin = scriptOf(name) === 'Latn';
  const parts = isLatin ? withoutEzafe(pressSpelling(name)) : name.replaceAll('\u200C', ' ');
  const written = parts.match(PARTS) ?? [];
  const words = written.map((word) => (isLatin ? fold(word) : formOf(word))).filter(Boolean);
  return words
    .filter(
      (word, index) =>
        !isArticle(word, words[index + 1], words[index - 1]) &&
        !isHebrewArticle(word, words.length),
    )
    .map((word, index, { length }) =>
      // Written with the letters of the preposition, beside another word it is the name.
      word === PREPOSITION && length > 1 ? 'علي' : unified(withoutNameArticle(word), index),
    );
}

const PARTS =
  /['`´‘’‛]?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u0640\u200C-\u200F]|['`´‘’‛′׳"״](?=\p{L}))*/gu;

function isHebrewArticle(word: string, words: number): boolean {
  return word === 'אל' && words > 1;
}

/**
 * `عبد الله` and `عبدالله`, `أبو القاسم` and `ابوالقاسم`, `نور الدين` and `نورالدین` are one name
 * each, so here two letters are enough of a word.
 */
function withoutNameArticle(word: string): string {
  return word.replaceAll(/^(عبد|ابو)?ال(?=..)|(?<=..)ال(?=(?:دين|له)$)/g, '$1');
}

function unified(word: string, index: number): string {
  const [son] = spellingsOfSon(word) ?? [];
  if (son !== undefined) return son;
  if (index === 0 && (word === 'ابا' || word === 'ابي')) return 'ابو';
  // A fused article behind another word: `Deir Ezzor`, `Abd Arrahman`.
  return index > 0 ? word.replace(/^[aeu](?=([dnrstz]|sh|th|dh)\1)/, '') : word;
}

/**
 * Keys by which a name is known in whatever spelling: names with a key in common are taken for the
 * same. Within a script only; vowels count by class, consonants by what romanisations confuse.
 * Spaces do not count. Empty where there are no letters.
 */
export function nameKeys(name: string): string[] {
  return keysOfNameWords(nameWords(name));
}

/** The same of a name whose words (`nameWords`) are at hand. */
export function keysOfNameWords(words: readonly string[]): string[] {
  const whole = words.join('');
  if (whole === '') return [];
  if (scriptOf(whole) === 'Latn') return romanisedKeys(words);
  // Aleph inside a Hebrew word shows a vowel that others leave to the reader.
  return [whole.replaceAll(/(?<=.)א/g, '')];
}

/**
 * Keys of what a reader typed: those of the name itself, and those of what is left without the
 * conjunctions and prepositions that Arabic and Hebrew write together with it.
 */
export function typedNameKeys(typed: string): string[] {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const folded = formOf(first);
  const readings = [...divideArabic(folded), ...divideHebrew(folded)]
    .filter(({ word }) => word.length >= (rest.length > 0 ? 2 : 3))
    .map(({ word }) => [word, ...rest].join(' '));
  return [...new Set([typed, ...readings].flatMap(nameKeys))];
}

/**
 * The consonants of a name, the same in every script, for names of two words and more: enough to
 * recognise one that is listed in another script only. Undefined where too little is left.
 */
export function nameSkeleton(name: string): string | undefined {
  return skeletonOfNameWords(nameWords(name));
}

/** The same of a name whose words (`nameWords`) are at hand. */
export function skeletonOfNameWords(words: readonly string[]): string | undefined {
  const skeletons = words.map((word) => skeletonsOf(word).at(-1) ?? '');
  const whole = skeletons.join(' ');
  return words.length > 1 && whole.replaceAll(' ', '').length >= 5 ? whole : undefined;
}
