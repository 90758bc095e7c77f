import { directionOf } from '#text/direction.ts';
import { scriptOf } from '#text/script.ts';
import type { Citation, CitedName, CitedOriginal, Value } from './citation.ts';
import { dateParts } from './date-parts.ts';
import { isolate } from './isolate.ts';
import { markOfAddress, markOfDay, markOfName, markOfWords, ORIGINAL_YEAR, YEAR } from './marks.ts';

/** Words or a number of a source for which its shape keeps a place. */
export interface Opening {
  /** What stands in the place while a stencil is made. */
  readonly mark: string;
  readonly words: string;
  /** Whether styles may set the words in another case; then what the record sets about them. */
  readonly about?: { readonly before: string; readonly after: string };
}

/** A source without its own words: many sources have one shape, and are set in one way. */
export interface Shape {
  /** The source with marks in all places; what a style could set otherwise is as it is. */
  readonly citation: Citation;
  readonly openings: readonly Opening[];
}

/** What the styles and the locale make of dates. */
export interface DateHabits {
  /** Whether no style shows more of the date of an original than its year. */
  readonly showsOnlyYearOfOriginal: boolean;
  /** Whether the first day of a month is set otherwise than the others, as in French. */
  readonly setsFirstDayApart: boolean;
}

/**
 * The shape of a source. A place is kept for words that no style can take for anything but words:
 * plain letters and figures in one script, with nothing at either end that a style could join, turn
 * or leave out. All else belongs to the shape.
 */
export function shapeOf(citation: Citation, language: string, habits: DateHabits): Shape {
  const openings: Opening[] = [];
  const within = directionOf(language);
  const open = (words: string, mark: string | undefined, about?: Opening['about']): string => {
    if (mark === undefined) return words;
    openings.push({ mark, words, ...(about && { about }) });
    return mark;
  };
  const openValue = <Some extends Value>(value: Some): Some => {
    const { value: words, isSupplied } = value;
    const mark = markOfWords(words, openings.length);
    if (!hasCase(words)) return { ...value, value: open(words, mark) };
    const set = isolate(isSupplied ? `[${words}]` : words, within);
    const at = set.indexOf(words);
    const about = { before: set.slice(0, at), after: set.slice(at + words.length) };
    return { ...value, value: open(words, mark, about) };
  };
  const openWords = (value: string): string => openValue({ value, isSupplied: false }).value;
  const openName = (name: CitedName): CitedName => {
    const place = openings.length;
    if ('whole' in name) return { whole: open(name.whole, markOfWords(name.whole, place)) };
    const { family, given } = name;
    const familyMark = markOfName(family, place);
    if (given === undefined) return { family: open(family, familyMark) };
    const givenMark = markOfName(given, place + 1);
    if (familyMark === undefined || givenMark === undefined) return name;
    return { family: open(family, familyMark), given: open(given, givenMark) };
  };
  const openTitles = (title: Value, romanised: string | undefined): Titles => {
    if (romanised === undefined) return { title: openValue(title) };
    // The two are read as one; the script that has more of the letters may tell how it is set.
    const isMoreOwn = scriptOf(`${romanised} ${title.value}`) === scriptOf(title.value);
    const own = markOfWords(title.value, openings.length, isMoreOwn ? 9 : 1);
    const other = markOfWords(romanised, openings.length + 1);
    const isPlain = own !== undefined && other !== undefined && scriptOf(title.value) !== 'Latn';
    if (!isPlain) return { title, romanisedTitle: romanised };
    return {
      title: { ...title, value: open(title.value, own) },
      romanisedTitle: open(romanised, other),
    };
  };
  const openOriginal = ({ title, romanisedTitle, date, publisher }: CitedOriginal) => ({
    ...openTitles(title, romanisedTitle),
    // No style sets it, and what is set in its letters tells it anyway.
    lang: 'und',
    ...(date && { date: date.isSupplied ? date : openOriginalDate(date) }),
    ...(publisher && { publisher: openValue(publisher) }),
  });
  const openOriginalDate = (date: Value): Value => {
    const parts = plainParts(date);
    if (!parts) return date;
    const year = open(String(Number(parts[0])), ORIGINAL_YEAR);
    return {
      ...date,
      value: (habits.showsOnlyYearOfOriginal ? [year] : [year, ...parts.slice(1)]).join('-'),
    };
  };
  const { type, lang, areAuthorsSupplied, translators, container, issued, original } = citation;
  const shape: Citation = {
    ...{ id: 'shape', type, lang, areAuthorsSupplied },
    ...openTitles(citation.title, citation.romanisedTitle),
    authors: citation.authors.map(openName),
    translators:
      translators.kind === 'people'
        ? { ...translators, names: translators.names.map(openName) }
        : translators,
    container: openValue(container),
    ...(original && { original: openOriginal(original) }),
    archive: openWords(citation.archive),
    number: openWords(citation.number),
    url: open(citation.url, markOfAddress(citation.url, openings.length)),
  };
  if (!issued) return { citation: shape, openings };
  const { value, isSupplied } = issued;
  const [year, month, day] = plainParts(issued) ?? [];
  if (year === undefined)
    return { citation: { ...shape, issued: { value, isSupplied } }, openings };
  const isApart = day === undefined || (habits.setsFirstDayApart && Number(day) === 1);
  const dayMark = isApart ? undefined : markOfDay(Number(day), JSON.stringify(shape));
  const shownDay = day === undefined ? undefined : open(String(Number(day)), dayMark);
  const parts = [open(year, YEAR), month, shownDay?.padStart(2, '0')];
  const marked = parts.filter((part) => part !== undefined).join('-');
  return { citation: { ...shape, issued: { value: marked, isSupplied } }, openings };
}

function hasCase(words: string): boolean {
  return scriptOf(words) === 'Latn';
}

interface Titles {
  readonly title: Value;
  readonly romanisedTitle?: string;
}

/** Year, month and day of a date of four figures a year; undefined for any other date. */
function plainParts({ value }: Value): readonly string[] | undefined {
  const parts = dateParts(value);
  if (parts?.length !== 1 || (parts[0]?.[0] ?? 0) < 1000) return undefined;
  return value.replace(/T.*$/, '').split('-');
}
