import type { Direction } from '#model/compiled.ts';
import { directionOf } from '#text/direction.ts';
import { languageOf, scriptOf } from '#text/script.ts';

/** First strong isolate, and the end of it (Unicode Annex 9): plain text has no elements. */
const BEGIN = '\u2068';
const END = '\u2069';

/** Words of one direction inside a line of the other, kept together in plain text and in HTML. */
export function isolate(words: string, within: Direction): string {
  const script = scriptOf(words);
  const isForeign = script !== undefined && directionOf(`und-${script}`) !== within;
  return isForeign ? `${BEGIN}${words}${END}` : words;
}

/** A letter of a script that runs to the right. */
const LETTER = String.raw`[\p{L}--[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]]`;
/** Names of such letters, with what joins them; the dot of an initial belongs to its name. */
const NAMES = new RegExp(
  String.raw`${LETTER}(?:[${LETTER}\p{M}\d'’\-]|(?<=(?<!${LETTER})\p{Lu})\.|(?: |\.|\. )(?=${LETTER}))*`,
  'gv',
);

/**
 * The same in HTML for the names in a line that runs to the left, after a style has cut and joined
 * them: in an isolate it would take none for a name that has initials.
 */
export function isolateNames(html: string): string {
  return html
    .split(/(\u2068[^\u2069]*\u2069|<[^>]*>|&#?\w+;)/u)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(NAMES, (name) => `${BEGIN}${name}${END}`),
    )
    .join('');
}

/** Isolates with nothing but a space between them are one run: in two, a name would turn about. */
export function joinIsolates(words: string): string {
  return words.replaceAll(`${END} ${BEGIN}`, ' ');
}

/** The same in HTML, where elements say it. */
export function isolatesToHtml(html: string): string {
  return html.replaceAll(BEGIN, '<bdi>').replaceAll(END, '</bdi>');
}

/** Isolates in HTML with the language and direction of their words, as a page needs them. */
export function withLanguages(html: string, languages: readonly string[]): string {
  return html.replaceAll(/<bdi>(.*?)<\/bdi>/g, (_, words: string) => {
    const lang = languageOf(words.replaceAll(/<[^>]*>/g, ''), languages);
    return `<bdi lang="${lang}" dir="${directionOf(lang)}">${words}</bdi>`;
  });
}

/** Changes what stands outside isolates. */
export function outsideIsolates(words: string, change: (part: string) => string): string {
  return words
    .split(/(\u2068[^\u2069]*\u2069)/u)
    .map((part) => (part.startsWith(BEGIN) ? part : change(part)))
    .join('');
}
