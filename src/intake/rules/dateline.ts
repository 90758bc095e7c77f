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

/** A line that says when a text was written or made public, and no more. */
export interface Dateline extends PrintedDate {
  /** The whole line, as it is printed. */
  readonly printed: string;
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
  const hasPlace = foreign.length <= 2 && isPlaceBefore(printed, foreign);
  if (foreign.length > 0 && !hasPlace) return null;
  if (found.length < found.others.length && foreign.length > 0) return null;
  if (/[.؟?!]$/.test(printed) && found.others.length > 2) return null;
  const { date, unread, otherWeekday } = found;
  return {
    printed,
    date,
    ...(unread && { unread }),
    ...(otherWeekday === true && { otherWeekday }),
  };
}

/** One or two words and a comma before the digits, with a capital where the script has them. */
function isPlaceBefore(printed: string, foreign: readonly string[]): boolean {
  const [before = ''] = printed.split(/[\d\u0660-\u0669\u06F0-\u06F9]/, 1);
  const place =
    /^\P{L}*(\p{L}[\p{L}\p{M}'’ʿʾ‘-]*(?:\s\p{L}[\p{L}\p{M}'’-]*){0,2})\s*[,،(–—-]/u.exec(before);
  if (!place) return false;
  const [, words = ''] = place;
  const isNamed = /^\p{Lu}|^\p{Lo}/u.test(words);
  return isNamed && foreign.length <= words.split(/\s+/).length;
}
