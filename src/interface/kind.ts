import type { WordKey } from './dictionary.ts';

const USUAL: Readonly<Record<string, WordKey>> = {
  news: 'kind.news',
  statement: 'kind.statement',
  letter: 'kind.letter',
  report: 'kind.report',
  interview: 'kind.interview',
  document: 'kind.document',
};

/** The key of the word for a usual kind of article; undefined for one that an editor made up. */
export function kindKey(kind: string): WordKey | undefined {
  return Object.hasOwn(USUAL, kind) ? USUAL[kind] : undefined;
}
