import edtf, { type EdtfValue } from 'edtf';
import { remembered } from '#text/remembered.ts';
import { fill, type WordKey } from './dictionary.ts';
import { dictionaryOf } from './dictionaries.ts';

/**
 * A date of the record in words: EDTF, or a day with the time as printed. Month names are those of
 * the language’s region; the calendar stays Gregorian whatever the region; nothing is converted.
 */
export function formatDate(value: string, language: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(value) ?? [];
  if (day !== undefined && time !== undefined) {
    return say(language, 'date.at', { date: formatDate(day, language), time });
  }
  return formatValue(parse(value), language);
}

/** The moment by which dates are ordered: the first of those that a date can mean; undated last. */
export function orderOfDate(value: string | undefined): number {
  if (value === undefined) return Number.NEGATIVE_INFINITY;
  const parsed = parse(value.replace(/T.*$/, ''));
  const first = parsed.type === 'Interval' && !isValue(parsed.lower) ? parsed.max : parsed.min;
  const time = /T(\d{2}):(\d{2})/.exec(value);
  return first + (time ? (Number(time[1]) * 60 + Number(time[2])) * 60_000 : 0);
}

/**
 * The first and the last year that a date can mean; of an open interval the year that is known.
 * Undefined where none is.
 */
export function yearsOfDate(value: string): readonly [from: number, to: number] | undefined {
  const { min, max } = parse(value.replace(/T.*$/, ''));
  // `edtf` gives null or infinity for a bound that is open.
  const bounds = [min, max].filter((bound) => Number.isFinite(bound));
  const years = bounds.map((bound) => new Date(bound).getUTCFullYear());
  const [from, to = from] = years;
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** A plain day, month or year needs no grammar; it is most dates, and parsing them shows in a build. */
function parse(value: string): EdtfValue {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(value) ?? [];
  if (year === undefined) return edtf(value);
  const values = [
    Number(year),
    ...(month ? [Number(month) - 1] : []),
    ...(day ? [Number(day)] : []),
  ];
  const begin = new Date(Date.UTC(2000, 0, 1));
  begin.setUTCFullYear(values[0] ?? 0, values[1] ?? 0, values[2] ?? 1);
  return { type: 'Date', values, min: begin.getTime(), max: begin.getTime(), edtf: value };
}

function formatValue(value: EdtfValue, language: string): string {
  if (value.type === 'Interval') return formatInterval(value, language);
  const bare = formatBare(value, language);
  const about = (value.approximate?.value ?? 0) > 0;
  const uncertain = (value.uncertain?.value ?? 0) > 0;
  const dated = about ? say(language, 'date.about', { date: bare }) : bare;
  return uncertain ? say(language, 'date.uncertain', { date: dated }) : dated;
}

function formatInterval({ lower, upper }: EdtfValue, language: string): string {
  const from = isValue(lower) ? formatValue(lower, language) : undefined;
  const to = isValue(upper) ? formatValue(upper, language) : undefined;
  if (from === undefined && to === undefined) return say(language, 'date.unknown', {});
  if (to === undefined) return say(language, 'date.since', { date: from ?? '' });
  if (from === undefined) return say(language, 'date.until', { date: to });
  return say(language, 'date.between', { from, to });
}

function isValue(bound: EdtfValue | number | null | undefined): bound is EdtfValue {
  return typeof bound === 'object' && bound !== null;
}

function formatBare(value: EdtfValue, language: string): string {
  const [year, season] = value.values ?? [];
  if (value.type === 'Season' && typeof season === 'number') {
    const key = SEASONS[season - 21];
    return key ? say(language, key, { year: String(year) }) : value.edtf;
  }
  const isSpan = value.type === 'Decade' || value.type === 'Century' || /^\d+X+$/.test(value.edtf);
  if (isSpan) {
    const [from, to] = [value.min, value.max].map((moment) => formatMoment(moment, 1, language));
    return say(language, 'date.between', { from: from ?? '', to: to ?? '' });
  }
  const isPlain = (value.type === 'Date' || value.type === 'Year') && !value.edtf.includes('X');
  const parts = (value.values ?? []).filter((part) => part !== null).length;
  return isPlain ? formatMoment(value.min, parts, language) : value.edtf.replace(/[?~%]$/, '');
}

/** Which parts of a date are known: the year, the month as well, the day as well. */
const PARTS: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
];

function formatMoment(moment: number, parts: number, language: string): string {
  const isBeforeChrist = new Date(moment).getUTCFullYear() <= 0;
  return formatsOf(language)(`${String(parts)}${isBeforeChrist ? ' era' : ''}`).format(moment);
}

/** Formats of a language by the parts of a date that they show. */
const formatsOf = remembered((language) =>
  remembered((shown) => {
    const [parts, era] = shown.split(' ');
    return new Intl.DateTimeFormat(DATES_OF[language] ?? language, {
      ...PARTS[Number(parts) - 1],
      ...(era !== undefined && { era: 'short' }),
      calendar: 'gregory',
      timeZone: 'UTC',
    });
  }),
);

/** English without a region writes the day before the month, as citations do outside America. */
const DATES_OF: Readonly<Record<string, string>> = { en: 'en-GB' };

const SEASONS = [
  'date.season-21',
  'date.season-22',
  'date.season-23',
  'date.season-24',
] as const satisfies readonly WordKey[];

function say(language: string, key: WordKey, blanks: Readonly<Record<string, string>>): string {
  return fill(dictionaryOf(language)[key], blanks);
}
