import type { OutsideBlock } from '#intake/document.ts';
import { foldedWords } from '#text/fold.ts';
import { isHeadlineLike } from './headline.ts';
import { endsSentence, isProse, wordCount } from './prose.ts';

/** Little words that two beginnings share by chance. */
const LITTLE = new Set(
  'the of a an and in on at to for from by with that is was has have he she it his her as le la les de du des et في من على الى عن ان انه قال قالت هو هي التي الذي'.split(
    ' ',
  ),
);
/** How far into a paragraph its subject is introduced. */
const BEGINNING = 14;

/** Whether a block between a headline and its date is a summary of the text, and no second title. */
export function isLedeBeforeDate({ kind, plain, is }: OutsideBlock): boolean {
  if (is === 'lede') return true;
  if (is !== undefined || (kind !== 'paragraph' && kind !== 'heading')) return false;
  return plain.length <= 900 && !plain.includes('\n') && wordCount(plain) >= 4;
}

/**
 * Whether the first paragraph of a dated text is its summary: one sentence, after which the second
 * paragraph introduces the same subject anew, as if nothing had been said.
 */
export function isLedeAfterDate(first: OutsideBlock, rest: readonly OutsideBlock[]): boolean {
  const [second] = rest;
  if (first.is === 'lede') return true;
  if (!second || rest.filter(isProse).length < 3 || !isProse(first) || !isProse(second)) {
    return false;
  }
  if (first.kind !== 'paragraph' || wordCount(first.plain) > 70) return false;
  if (isHeadlineLike(first.plain) && !endsSentence(first.plain)) return false;
  const [a, b] = [beginning(first.plain), beginning(second.plain)];
  const shared = new Set(a.filter((word) => b.includes(word) && !LITTLE.has(word)));
  return shared.size >= 4 && sharesRun(a, b, 3);
}

function beginning(words: string): string[] {
  return foldedWords(words.slice(0, 400)).slice(0, BEGINNING);
}

/** Whether so many words stand in a row in both. */
function sharesRun(a: readonly string[], b: readonly string[], length: number): boolean {
  const runs = (words: readonly string[]): string[] =>
    words.map((_, index) => words.slice(index, index + length).join(' '));
  const known = new Set(runs(a).slice(0, Math.max(0, a.length - length + 1)));
  return runs(b)
    .slice(0, Math.max(0, b.length - length + 1))
    .some((run) => known.has(run));
}
