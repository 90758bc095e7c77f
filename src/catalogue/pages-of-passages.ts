import type { ConcordanceRow } from '#model/mention.ts';

/** So many rows stand on a page; an entity with more has further pages. */
export const ROWS_A_PAGE = 120;

interface Passages {
  readonly rows: readonly ConcordanceRow[];
}

/** The passages that stand on a page, from 1; an article may go on on the next. */
export function passagesOnPage<Some extends Passages>(
  passages: readonly Some[],
  page: number,
): Some[] {
  const [from, to] = [(page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE];
  let before = 0;
  return passages.flatMap((one) => {
    const rows = one.rows.slice(Math.max(0, from - before), Math.max(0, to - before));
    before += one.rows.length;
    return rows.length === 0 ? [] : [{ ...one, rows }];
  });
}

/** How many pages some rows take; at least one. */
export function pagesFor(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_A_PAGE));
}
