import { dateFault } from '#model/date.ts';
import type { EditionName } from '#model/permanence.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';

/** The folder in which each edition is a file, `1.txt`, `2.txt` … */
export const EDITIONS_FOLDER = 'history/editions';

export const CHANGES = ['new', 'changed', 'gone'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** What an edition says of an address. */
export interface Change {
  readonly kind: ChangeKind;
  readonly address: string;
  /** SHA-256 of the file behind it; absent where it is gone, or an article without `index.md`. */
  readonly sha256?: string;
}

/** What was published at a time, as far as it differs from the edition before. */
export interface Edition extends EditionName {
  /** New, changed, gone; each in order of address. */
  readonly changes: readonly Change[];
}

export function editionFile(number: number): string {
  return `${EDITIONS_FOLDER}/${String(number)}.txt`;
}

/** An edition as it is written: `edition 1`, `date …`, and a line a change. */
export function editionToWords({ number, date, changes }: Edition): string {
  const lines = changes.map(({ kind, address, sha256 }) =>
    [kind, address.slice(1), ...(sha256 === undefined ? [] : [sha256])].join(' '),
  );
  return [`edition ${String(number)}`, `date ${date}`, ...lines, ''].join('\n');
}

const CHANGE = /^(new|changed|gone) ([^\s/]\S*\/)(?: ([0-9a-f]{64}))?$/;

/** Reads an edition; the number is that of its file name, which it repeats. */
export function readEdition(
  words: string,
  number: number,
): { readonly edition: Edition | null; readonly problems: readonly LocalProblem[] } {
  const lines = words.replace(/\n$/, '').split('\n');
  const problems: LocalProblem[] = [];
  const [, written] = /^edition (\d+)$/.exec(lines[0] ?? '') ?? [];
  const [, date = ''] = /^date (\d{4}-\d{2}-\d{2})$/.exec(lines[1] ?? '') ?? [];
  if (Number(written) !== number) problems.push(garbled(1, lines[0]));
  if (!isDay(date)) problems.push(garbled(2, lines[1]));
  const changes = lines.slice(2).flatMap((line, index): Change[] => {
    const [, kind, path = '', sha256] = CHANGE.exec(line) ?? [];
    const known = CHANGES.find((one) => one === kind);
    if (known) return [{ kind: known, address: `/${path}`, ...(sha256 && { sha256 }) }];
    problems.push(garbled(index + 3, line));
    return [];
  });
  return { edition: problems.length === 0 ? { number, date, changes } : null, problems };
}

/** Whether a value is a day of the calendar, `2026-01-02`. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dateFault(value) === undefined;
}

function garbled(line: number, written = ''): LocalProblem {
  return problemAt(line, 'bad-history', { line: written });
}

/** What stood in the last of some editions, with its SHA-256: their changes one after the other. */
export function sealedState(editions: readonly Edition[]): ReadonlyMap<string, string | undefined> {
  const state = new Map<string, string | undefined>();
  for (const { changes } of editions) {
    for (const { kind, address, sha256 } of changes) {
      if (kind === 'gone') state.delete(address);
      else state.set(address, sha256);
    }
  }
  return state;
}

/**
 * The editions in which something stood, at any of its addresses, as people say it; undefined where it was
 * never sealed.
 */
export function editionsWith(
  editions: readonly Edition[],
  addresses: ReadonlySet<string>,
): string | undefined {
  let [first, last]: (number | undefined)[] = [];
  const standing = new Set<string>();
  for (const { number, changes } of editions) {
    for (const { kind, address } of changes) {
      if (!addresses.has(address)) continue;
      if (kind === 'gone') standing.delete(address);
      else standing.add(address);
    }
    if (standing.size === 0) continue;
    first ??= number;
    last = number;
  }
  if (first === undefined || last === undefined) return undefined;
  return first === last
    ? `edition ${String(first)}`
    : `editions ${String(first)} to ${String(last)}`;
}
