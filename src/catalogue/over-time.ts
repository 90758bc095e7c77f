import { yearsOfDate } from '#interface/date.ts';

/** How often something happens in a period, as EDTF: a month, a year or a decade. */
export interface Bar {
  readonly period: string;
  readonly count: number;
}

export interface OverTime {
  /** Without gaps, in order. */
  readonly bars: readonly Bar[];
  /** Whether some of it is of a time that has a beginning and an end: it stands where that begins. */
  readonly hasSpans: boolean;
  /** What has a date that may be in several bars, as `188X`: it stands in none. */
  readonly wide: number;
  /** What has no date of which a year is known. */
  readonly undated: number;
}

interface Event {
  readonly date: string | undefined;
  readonly count: number;
}

/** What a date can mean: years, or months since the year 0. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** More bars than these would be too narrow to see. */
const MOST = 48;
const SIZES = [1, 10, 100];

/**
 * Counts by month where all is within two years, by year, by decade or by century where it is more.
 * A time with a beginning and an end counts where it begins, as it stands in every list. Nothing is
 * counted in a bar that its date may go beyond; where that would keep out more than it lets in, the
 * bars are longer.
 */
export function overTime(events: Iterable<Event>): OverTime {
  const dated: { readonly years: Span; readonly months: Span | undefined }[] = [];
  let [endless, undated] = [0, 0];
  let hasSpans = false;
  for (const { date = '', count } of events) {
    if (yearsIn(date) === undefined) {
      undated += count;
      continue;
    }
    const [, begin = date] = /^(.+)\/.*$/.exec(date) ?? [];
    const isEndless = /^\/|^\.\.|\.\.$/.test(begin);
    const [from, to] = isEndless ? [] : (yearsIn(begin) ?? []);
    if (from === undefined || to === undefined) {
      endless += count;
      continue;
    }
    hasSpans ||= begin !== date;
    dated.push({ years: { from, to, count }, months: monthOf(begin, count) });
  }
  const months = dated.flatMap(({ months: some }) => some ?? []);
  const years = dated.map((one) => one.years);
  const isByMonth = months.length === years.length && reach(years) < 2;
  const spans = isByMonth ? months : years;
  const whole = total(spans);
  const fitting = (size: number): Span[] => spans.filter((span) => isWithin(span, size));
  const size = isByMonth
    ? 1
    : (SIZES.find((some) => {
        const within = fitting(some);
        return 2 * total(within) >= whole && reach(within) / some < MOST;
      }) ?? 1000);
  const counts = new Map<number, number>();
  for (const { from, count } of fitting(size)) {
    const number = Math.floor(from / size);
    counts.set(number, (counts.get(number) ?? 0) + count);
  }
  const wide = endless + whole - total(fitting(size));
  if (counts.size === 0) return { bars: [], hasSpans, wide, undated };
  const numbers = [...counts.keys()];
  const [first, last] = [numbers.reduce(least), numbers.reduce(most)];
  const bars = Array.from({ length: last - first + 1 }, (_, index) => ({
    period: periodOf(first + index, isByMonth ? 0 : size),
    count: counts.get(first + index) ?? 0,
  }));
  return { bars, hasSpans, wide, undated };
}

/** Years of four digits: no others have a period that a bar could be named by. */
function yearsIn(date: string): readonly [number, number] | undefined {
  const years = date === '' ? undefined : yearsOfDate(date);
  return years?.every((year) => year >= 0 && year <= 9999) ? years : undefined;
}

function monthOf(date: string, count: number): Span | undefined {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?(?:T.*)?[?~%]?$/.exec(date) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const number = Number(year) * 12 + Number(month) - 1;
  return { from: number, to: number, count };
}

function isWithin({ from, to }: Span, size: number): boolean {
  return Math.floor(from / size) === Math.floor(to / size);
}

function reach(spans: readonly Span[]): number {
  if (spans.length === 0) return 0;
  return spans.map(({ to }) => to).reduce(most) - spans.map(({ from }) => from).reduce(least);
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { count }) => sum + count, 0);
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
