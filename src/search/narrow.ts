import { type Filter, FILTERS, type SearchTable } from './table.ts';

/** How results are narrowed and ordered. */
export interface Narrowing {
  /** Of each filter the values that count: one of them is enough; none means all. */
  readonly chosen: Readonly<Record<Filter, readonly string[]>>;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** How many rows each value of a filter would leave, by value; values without rows are left out. */
export type Counts = Readonly<Record<Filter, ReadonlyMap<string, number>>>;

export interface Narrowed {
  readonly rows: readonly number[];
  /** For each filter, over the rows that pass all the others. */
  readonly counts: Counts;
  /** The first and the last year that the rows can mean, years not narrowed. */
  readonly years: readonly [from: number, to: number] | undefined;
}

/** Keeps the rows that pass all filters, and counts what each value would leave. Linear. */
export function narrow(rows: Iterable<number>, table: SearchTable, by: Narrowing): Narrowed {
  const filters = FILTERS.map((filter) => {
    const { values, rows: places } = table.columns[filter];
    const chosen = new Set(by.chosen[filter].map((value) => values.indexOf(value)));
    return { values, places, chosen, counts: new Array<number>(values.length).fill(0), filter };
  });
  const kept: number[] = [];
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    const years = table.rows[row]?.years;
    const failed = filters.filter(
      ({ places, chosen }) => chosen.size > 0 && !places[row]?.some((place) => chosen.has(place)),
    );
    if (failed.length === 0 && years) {
      first = Math.min(first, years[0]);
      last = Math.max(last, years[1]);
    }
    if (!isWithin(years, by)) continue;
    if (failed.length === 0) kept.push(row);
    const [only] = failed;
    for (const one of filters) {
      if (failed.length > 1 || (only && only !== one)) continue;
      for (const place of one.places[row] ?? []) one.counts[place] = (one.counts[place] ?? 0) + 1;
    }
  }
  const counts = { ...NO_COUNTS };
  for (const { filter, values, counts: numbers } of filters) {
    counts[filter] = new Map(
      values.flatMap((value, place) => {
        const count = numbers[place] ?? 0;
        return count > 0 || by.chosen[filter].includes(value) ? [[value, count]] : [];
      }),
    );
  }
  return { rows: kept, counts, years: first <= last ? [first, last] : undefined };
}

const NO_COUNTS: Record<Filter, ReadonlyMap<string, number>> = {
  language: new Map(),
  kind: new Map(),
  collection: new Map(),
  publisher: new Map(),
  entity: new Map(),
};

function isWithin(
  years: readonly [from: number, to: number] | undefined,
  { from, to }: Narrowing,
): boolean {
  if (from === undefined && to === undefined) return true;
  return years !== undefined && years[1] >= (from ?? -Infinity) && years[0] <= (to ?? Infinity);
}
