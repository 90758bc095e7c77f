import { dateFault } from '#model/date.ts';
import { fold } from '#text/fold.ts';
import { isBeginningOfMonth, monthAt } from './month-names.ts';

/** Why a date is not read, though it is one. */
export type Unread = 'no-year' | 'cut-off' | 'ambiguous' | 'other-calendar' | 'not-in-calendar';

/** A date as it is printed. */
export interface PrintedDate {
  /** EDTF, or day and time; null where it is not certain what is meant. */
  readonly date: string | null;
  readonly unread?: Unread;
  /** Whether the day of the week that stands beside it is that of another day. */
  readonly otherWeekday?: boolean;
}

/** What is left around a date when it is taken out. */
export interface DateInWords extends PrintedDate {
  /** The folded words before, between and behind its parts. */
  readonly others: readonly string[];
  /** How many words it consists of. */
  readonly length: number;
}

const WEEKDAYS: readonly string[] = [
  'sunday sun dimanche sonntag domingo الاحد یکشنبه ראשון',
  'monday mon lundi montag lunes الاثنين الإثنين دوشنبه שני',
  'tuesday tue tues mardi dienstag martes الثلاثاء سه‌شنبه שלישי',
  'wednesday wed mercredi mittwoch miércoles الأربعاء چهارشنبه רביעי',
  'thursday thu thurs jeudi donnerstag jueves الخميس پنجشنبه חמישי',
  'friday fri vendredi freitag viernes الجمعة جمعه שישי',
  'saturday sat samedi samstag sábado السبت شنبه שבת',
];
const WEEKDAY = new Map(
  WEEKDAYS.flatMap((names, day) => names.split(' ').map((name) => [fold(name), day] as const)),
);
const MORNING = new Set(['am', 'ص', 'صباحا']);
const EVENING = new Set(['pm', 'م', 'مساء', 'ظهرا']);

type Token =
  | { readonly kind: 'word' | 'number'; readonly words: string }
  | { readonly kind: 'time'; readonly words: string }
  | { readonly kind: 'numeric'; readonly words: string };

/** Reads a date out of a few words, or null where there is none. Calendars are never converted. */
export function readPrintedDate(words: string): DateInWords | null {
  const tokens = tokensOf(words);
  const folded = tokens.map((token) => token.words);
  const found: Found[] = [];
  let at = 0;
  while (at < tokens.length) {
    const next = dateAt(tokens, folded, at);
    if (next) found.push({ ...next, at });
    at += next?.length ?? 1;
  }
  // Of two calendars side by side, the one that can be read says when it was.
  const best = found.find(({ date }) => date !== null) ?? found[0];
  if (!best) return null;
  const used = new Set(
    found.flatMap((one) => Array.from({ length: one.length }, (_, index) => one.at + index)),
  );
  const rest = tokens.filter((_, index) => !used.has(index));
  const time = best.date !== null && /^\d{4}-\d{2}-\d{2}$/.test(best.date) ? timeIn(rest) : null;
  const weekday = rest.map((token) => WEEKDAY.get(token.words)).find((day) => day !== undefined);
  const others = rest.filter((token) => !isTime(token) && !WEEKDAY.has(token.words));
  const full = best.date !== null && time !== null ? `${best.date}T${time}` : best.date;
  return {
    date: full,
    ...(best.unread && full === null && { unread: best.unread }),
    ...(isOtherDay(best.date, weekday) && { otherWeekday: true }),
    others: others.map((token) => token.words),
    length: tokens.length - others.length,
  };
}

interface Found {
  readonly date: string | null;
  readonly unread?: Unread;
  readonly length: number;
  readonly at: number;
}
type Read = Omit<Found, 'at'>;

const PARTS =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?=T\d|\D|$)|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)|\d{1,2}:\d{2}(?::\d{2})?|(?<=\s)[+-]\d{2}:?\d{2}(?!\d)|\d+|[ap]\.\s?m\b\.?|[\p{L}\p{M}\u200C]+/gu;

function tokensOf(words: string): Token[] {
  return [...fold(words).matchAll(PARTS)].map(([part]): Token => {
    if (/^\d+$/.test(part)) return { kind: 'number', words: part };
    if (/^(?:\d{1,2}:|[+-])/.test(part)) return { kind: 'time', words: part };
    if (/^\d/.test(part)) return { kind: 'numeric', words: part };
    return { kind: 'word', words: /^[ap]\.\s?m/.test(part) ? `${part.charAt(0)}m` : part };
  });
}

function dateAt(tokens: readonly Token[], folded: readonly string[], at: number): Read | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'numeric') return { ...readNumeric(token.words), length: 1 };
  if (token.kind === 'number') return dayFirst(tokens, folded, at);
  return token.kind === 'word' ? monthFirst(tokens, folded, at) : null;
}

/** `30 October 2023`, `30 تشرين الأول 2023`, `30 de octubre de 2023`, `30th of October`. */
function dayFirst(tokens: readonly Token[], folded: readonly string[], at: number): Read | null {
  const day = Number(folded[at]);
  if (day < 1 || day > 31) return null;
  let next = at + 1;
  while (/^(?:st|nd|rd|th|of|de|من|شهر|er)$/.test(folded[next] ?? '')) next += 1;
  const found = monthAt(folded, next);
  if (!found) {
    const word = folded[next] ?? '';
    const isCut = next === tokens.length - 1 && isBeginningOfMonth(word);
    return isCut ? { date: null, unread: 'cut-off', length: next + 1 - at } : null;
  }
  next += found.length;
  if (found.month === 'cut') {
    // What is left of the second word of a month’s name.
    const left = tokens[next]?.kind === 'word' && (folded[next] ?? '').length <= 5 ? 1 : 0;
    return { date: null, unread: 'cut-off', length: next + left - at };
  }
  // `تشرين الأول/أكتوبر`: the same month by its other name.
  const twin = monthAt(folded, next);
  if (twin && twin.month !== 'cut' && twin.month.number === found.month.number) {
    next += twin.length;
  }
  return withYear(tokens, folded, next, at, { day, month: found.month.number });
}

/** `October 30, 2023`, `October 2023`. */
function monthFirst(tokens: readonly Token[], folded: readonly string[], at: number): Read | null {
  const found = monthAt(folded, at);
  if (!found || found.month === 'cut') return null;
  let next = at + found.length;
  const twin = monthAt(folded, next);
  if (twin && twin.month !== 'cut' && twin.month.number === found.month.number) {
    next += twin.length;
  }
  const { number } = found.month;
  const first = tokens[next];
  if (first?.kind !== 'number') return null;
  if (first.words.length === 4) {
    return withYear(tokens, folded, next, at, { day: null, month: number });
  }
  const day = Number(first.words);
  if (day < 1 || day > 31) return null;
  const ordinal = /^(?:st|nd|rd|th)$/.test(folded[next + 1] ?? '') ? 1 : 0;
  return withYear(tokens, folded, next + 1 + ordinal, at, { day, month: number });
}

function withYear(
  tokens: readonly Token[],
  folded: readonly string[],
  from: number,
  at: number,
  { day, month }: { readonly day: number | null; readonly month: number | null },
): Read {
  let next = from;
  while (/^(?:de|of|سنه|عام|لسنه)$/.test(folded[next] ?? '')) next += 1;
  const hasYear = tokens[next]?.kind === 'number' && /^\d{4}$/.test(folded[next] ?? '');
  if (month === null) {
    const suffix = /^(?:ه|هـ|ھ|ah|هجري|هجريه|ش)$/.test(folded[next + 1] ?? '') ? 1 : 0;
    const length = hasYear ? next + 1 + suffix - at : from - at;
    return { date: null, unread: 'other-calendar', length };
  }
  if (!hasYear) {
    const isShort = tokens[next]?.kind === 'number' && (folded[next] ?? '').length < 4;
    const unread = isShort ? 'cut-off' : 'no-year';
    return { date: null, unread, length: (isShort ? next + 1 : from) - at };
  }
  const era = /^(?:م|ميلادي|ميلاديه|ce|ad)$/.test(folded[next + 1] ?? '') ? 1 : 0;
  const date = dateOf(folded[next] ?? '', month, day);
  const length = next + 1 + era - at;
  return dateFault(date) === undefined
    ? { date, length }
    : { date: null, unread: 'not-in-calendar', length };
}

/** `2023-10-30`, `30/10/2023`: read where it can be only one day. */
function readNumeric(words: string): { date: string | null; unread?: Unread } {
  const parts = words.split(/[-/.]/);
  const [a = '', b = '', c = ''] = parts;
  if (a.length === 4) {
    // Years below 1500 are of the hijri calendars, if they are years at all.
    if (Number(a) < 1500) return { date: null, unread: 'other-calendar' };
    return real(dateOf(a, Number(b), Number(c)));
  }
  if (c.length !== 4) return { date: null, unread: 'ambiguous' };
  if (Number(c) < 1500) return { date: null, unread: 'other-calendar' };
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return real(dateOf(c, second, first));
  if (second > 12) return real(dateOf(c, first, second));
  return { date: null, unread: 'ambiguous' };
}

function real(date: string): { date: string | null; unread?: Unread } {
  return dateFault(date) === undefined ? { date } : { date: null, unread: 'not-in-calendar' };
}

function dateOf(year: string, month: number, day: number | null): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return [year, two(month), ...(day === null ? [] : [two(day)])].join('-');
}

function isTime({ kind, words }: Token): boolean {
  return kind === 'time' || MORNING.has(words) || EVENING.has(words);
}

/** The time of day on 24 hours, as `20:08`. */
function timeIn(tokens: readonly Token[]): string | null {
  const index = tokens.findIndex(({ kind }) => kind === 'time');
  const [hours = '', ...rest] = tokens[index]?.words.split(':') ?? [];
  if (index < 0 || rest.length === 0) return null;
  const half = tokens[index + 1]?.words ?? '';
  let hour = Number(hours);
  if (EVENING.has(half) && hour < 12) hour += 12;
  if (MORNING.has(half) && hour === 12) hour = 0;
  const isReal = hour < 24 && rest.every((part) => Number(part) < 60);
  return isReal ? [String(hour).padStart(2, '0'), ...rest].join(':') : null;
}

function isOtherDay(date: string | null, weekday: number | undefined): boolean {
  if (date === null || weekday === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  return new Date(`${date}T00:00:00Z`).getUTCDay() !== weekday;
}
