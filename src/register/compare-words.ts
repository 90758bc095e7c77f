import { diffArrays } from 'diff';

/** A run of words that two wordings share, or that only one of them has. */
export interface WordRun {
  readonly in: 'both' | 'former' | 'later';
  readonly words: string;
}

/**
 * Two wordings of a paragraph compared word by word: their runs in order. The words of `both` and
 * `former` are the former wording, those of `both` and `later` the later one, but for white space.
 * Words are never divided, so the letters of Arabic stay joined.
 */
export function compareWords(former: string, later: string): readonly WordRun[] {
  return diffArrays(wordsOf(former), wordsOf(later)).map(({ value, added, removed }) => ({
    in: added ? 'later' : removed ? 'former' : 'both',
    words: value.join(' '),
  }));
}

function wordsOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
