import { sha256Of } from '#compile/digest.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { type Edition, editionToWords, isDay } from './edition.ts';

/** The file that lists the editions, so that the loss of the newest is noticed as well. */
export const EDITION_LIST_FILE = 'history/editions.txt';

/** What the list says of an edition. */
export interface ListedEdition {
  readonly number: number;
  readonly date: string;
  /** SHA-256 of the edition’s file, with line ends as `seal` writes them. */
  readonly sha256: string;
  /** Where it stands in the list, from 1. */
  readonly line: number;
}

/** The list as it is written: a line an edition, the first one first. */
export function editionListToWords(editions: readonly Edition[]): string {
  return editions
    .map((edition) => {
      const { number, date } = edition;
      return `edition ${String(number)} ${date} ${editionDigest(edition)}\n`;
    })
    .join('');
}

/** SHA-256 of the file of an edition as `seal` writes it, in hexadecimal. */
export function editionDigest(edition: Edition): string {
  return sha256Of(editionToWords(edition));
}

const LISTED = /^edition ([1-9]\d*) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{64})$/;

/** Reads the list. Lines that cannot be read are named; the others stand. */
export function readEditionList(words: string): {
  readonly listed: readonly ListedEdition[];
  readonly problems: readonly LocalProblem[];
} {
  const listed: ListedEdition[] = [];
  const problems: LocalProblem[] = [];
  for (const [index, content] of words.split('\n').entries()) {
    if (content === '') continue;
    const line = index + 1;
    const [, number = '', date = '', sha256 = ''] = LISTED.exec(content) ?? [];
    if (isDay(date)) listed.push({ number: Number(number), date, sha256, line });
    else problems.push(problemAt(line, 'bad-history', { line: content.slice(0, 60) }));
  }
  return { listed, problems };
}
