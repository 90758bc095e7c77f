import edtf from 'edtf';

/** Why a value cannot stand as a date of the record. */
export type DateFault = 'not-edtf' | 'no-such-day' | 'with-zone' | 'no-such-time';

const DAY = /(-?\d{4,})-(\d{2})-(\d{2})/g;
/** A year, a month or a day: what most dates are, and certain without a parser. */
const COMMON = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(.*)$/;

/**
 * What is wrong with a date in EDTF (levels 0 to 2), or undefined.
 * `edtf` reads 1931-02-29 as 1 March, so each full day in the value is looked up in the calendar.
 */
export function dateFault(value: string): DateFault | undefined {
  if (value.includes('T')) return 'not-edtf';
  for (const [, year, month, day] of value.matchAll(DAY)) {
    if (!isDay(Number(year), Number(month), Number(day))) return 'no-such-day';
  }
  if (COMMON.test(value)) return undefined;
  // `edtf` takes bare digits of other lengths for something else: a moment, a decade, a century.
  const parts = value.split(/[/,[\]{}]|\.\./);
  if (parts.some((part) => /^-?\d+[?~%]?$/.test(part) && !/^-?\d{4}(?!\d)/.test(part))) {
    return 'not-edtf';
  }
  try {
    const { min, max } = edtf(value);
    return [min, max].every(isMoment) ? undefined : 'not-edtf';
  } catch {
    return 'not-edtf';
  }
}

/** Whether a bound can be shown; years beyond some 271,000 cannot, open bounds need not. */
function isMoment(bound: number): boolean {
  return Math.abs(bound) === Infinity || !Number.isNaN(new Date(bound).getTime());
}

/**
 * What is wrong with a date of publication, or undefined: EDTF, or a day with a time as printed
 * (`2023-10-30T20:08`). A zone is never given, because none was printed.
 */
export function publicationDateFault(value: string): DateFault | undefined {
  const moment = MOMENT.exec(value);
  if (!moment) return dateFault(value);
  const [, day = '', hours, minutes, seconds = '0', rest] = moment;
  if (rest) return /^(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(rest) ? 'with-zone' : 'not-edtf';
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return 'no-such-time';
  return dateFault(day);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
