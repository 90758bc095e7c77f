/** How often something happens in a period, as EDTF: a month, a year or a decade. */
export interface Bar {
  readonly period: string;
  readonly count: number;
}

export interface OverTime {
  /** Without gaps, in order. */
  readonly bars: readonly Bar[];
  /** What has no date of which the year is known. */
  readonly undated: number;
}

/** More bars than these would be too narrow to see. */
const MOST = 48;

/** Counts by month where all is within two years, by year, by decade or by century where it is more. */
export function overTime(
  events: Iterable<{ readonly date: string | undefined; readonly count: number }>,
): OverTime {
  const dated: { readonly month: number | undefined; readonly year: number; count: number }[] = [];
  let undated = 0;
  for (const { date, count } of events) {
    const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?!\d)/.exec(date ?? '') ?? [];
    if (year === undefined) undated += count;
    else dated.push({ year: Number(year), month: month ? Number(month) : undefined, count });
  }
  if (dated.length === 0) return { bars: [], undated };
  const years = dated.map(({ year }) => year);
  const [first, last] = [years.reduce(least), years.reduce(most)];
  const isByMonth = last - first < 2 && dated.every(({ month }) => month !== undefined);
  const size = isByMonth ? 0 : ([1, 10, 100].find((some) => (last - first) / some < MOST) ?? 1000);
  const numberOf = ({ year, month }: (typeof dated)[number]): number =>
    isByMonth ? year * 12 + (month ?? 1) - 1 : Math.floor(year / size);
  const counts = new Map<number, number>();
  for (const one of dated) {
    counts.set(numberOf(one), (counts.get(numberOf(one)) ?? 0) + one.count);
  }
  const numbers = [...counts.keys()];
  const [from, to] = [numbers.reduce(least), numbers.reduce(most)];
  const bars = Array.from({ length: to - from + 1 }, (_, index) => ({
    period: periodOf(from + index, size),
    count: counts.get(from + index) ?? 0,
  }));
  return { bars, undated };
}

function periodOf(number: number, size: number): string {
  if (size === 0) {
    const year = String(Math.floor(number / 12)).padStart(4, '0');
    return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
  }
  const unknown = 'X'.repeat(Math.log10(size));
  return String(number).padStart(4 - unknown.length, '0') + unknown;
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function most(a: number, b: number): number {
  return Math.max(a, b);
}
