import { foldedWords } from '#text/fold.ts';
import { type PrintedDate, readPrintedDate } from '#intake/printed-date.ts';

/** Words that may stand beside a date in a line that is no more than a date. */
const BESIDE = new Set(
  `published posted publication updated update last modified date dated on at issued the in am pm gmt utc est edt cet cest time
  o clock hrs local baghdad cairo published: corresponding to of day
  نشر تم النشر بتاريخ في تاريخ يوم الساعه بتوقيت غرينتش مكه القدس بغداد القاهره بيروت الموافق ل آخر اخر تحديث التحديث التاريخ
  كتب اليوم و
  publie publiee le a h mis jour date du veroffentlicht am um uhr
  منتشر شده تاریخ انتشار ساعت פורסם בתאריך ב יום שעה עודכן`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Those of them that are places. */
const PLACES = new Set(foldedWords('Baghdad Cairo بغداد القاهرة بيروت مكة القدس'));

/** A line that says when a text was written or made public, and no more. */
export interface Dateline extends PrintedDate {
  /** The whole line, as it is printed. */
  readonly printed: string;
  /** Whether a place stands before the date. */
  readonly isPlaced?: true;
}

/** Reads a line that is a date by its form. Null for a sentence that holds one. */
export function readDateline(line: string): Dateline | null {
  const printed = line.trim();
  if (printed.length > 110 || printed.includes('\n')) return null;
  if (!/\d|[\u0660-\u0669\u06F0-\u06F9]/.test(printed)) return null;
  const found = readPrintedDate(printed);
  if (!found) return null;
  const foreign = found.others.filter((word) => !BESIDE.has(word));
  // A place may stand before it, or what it is called after: `Cairo, 5 March 1921`.
  const place = placeBefore(printed);
  const hasPlace = foreign.length <= Math.min(2, place?.split(/\s+/).length ?? 0);
  if (foreign.length > 0 && !hasPlace) return null;
  if (found.length < found.others.length && foreign.length > 0) return null;
  if (/[.؟?!]$/.test(printed) && found.others.length > 2) return null;
  const { date, unread, otherWeekday } = found;
  return {
    printed,
    date,
    ...(unread && { unread }),
    ...(otherWeekday === true && { otherWeekday }),
    ...(foldedWords(place ?? '').some((word) => isPlace(word, found.others)) && { isPlaced: true }),
  };
}

/** A word before a date that is no part of it, nor of what else stands beside dates. */
function isPlace(word: string, others: readonly string[]): boolean {
  return others.includes(word) && (!BESIDE.has(word) || PLACES.has(word));
}

/** One to three words and a comma before the digits, with a capital where the script has them. */
function placeBefore(printed: string): string | undefined {
  const [before = ''] = printed.split(/[\d\u0660-\u0669\u06F0-\u06F9]/, 1);
  const [, words = ''] =
    /^\P{L}*(\p{L}[\p{L}\p{M}'’ʿʾ‘-]*(?:\s\p{L}[\p{L}\p{M}'’-]*){0,2})\s*[,،(–—-]/u.exec(before) ??
    [];
  return /^\p{Lu}|^\p{Lo}/u.test(words) ? words : undefined;
}
