import { unbalancedQuotes } from '#text/quotes.ts';
import { divide } from './divide.ts';

/** The marks that may close what a quotation mark has opened, in the usage of any language. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['“', '”'],
  ['”', '“”'],
  ['„', '“”'],
  ['״', '״'],
]);
const QUOTATION_MARK = /["“”„«»‹›「」]/;
const SPACE = /[ \u00A0\u202F]/;

/** The marks that close what is opened directly before a place; empty where nothing is opened. */
export function openedBefore(text: string, start: number): string {
  return CLOSING.get(text.charAt(start - 1)) ?? '';
}

/**
 * Goes from one word to the next over a quotation mark and a space.
 *
 * @param open the marks that close what is open; empty where nothing is
 * @returns those that close what is open at the next word; undefined where the two words are divided
 */
export function acrossQuotation(gap: string, open: string): string | undefined {
  if (gap.length !== 2) return undefined;
  const [first, second] = [gap.charAt(0), gap.charAt(1)];
  if (open === '' && SPACE.test(first)) return CLOSING.get(second);
  return open !== '' && open.includes(first) && SPACE.test(second) ? '' : undefined;
}

/** Whether a name opens a quotation that it does not close, or the other way about. */
export function hasOpenQuotation(name: string): boolean {
  if (!QUOTATION_MARK.test(name)) return false;
  let between = '';
  let end = 0;
  // The marks within a word are those of a Hebrew abbreviation.
  divide(name, (start, stop) => {
    between += name.slice(end, start);
    end = stop;
  });
  return unbalancedQuotes(between + name.slice(end)).length > 0;
}
