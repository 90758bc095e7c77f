import { fold } from './fold.ts';

/** Arabic has other months in the Levant, in Tunisia and Algeria, and in Morocco. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA', 'ar-MR'],
};

/**
 * The names of months (Gregorian) and days in a language and its regions, folded, each with what it
 * is: `month-1` to `month-12`, `weekday-1` (Monday) to `weekday-7`. A name of several words stands with single spaces. Source: the Unicode CLDR, by `Intl`.
 */
export function calendarWords(language: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const tag of REGIONS[language] ?? [language]) {
    for (const style of ['long', 'short'] as const) {
      for (let index = 0; index < 12; index += 1) {
        const month = `month-${String(index + 1)}`;
        put(words, tag, { month: style }, Date.UTC(2024, index, 15), month);
        put(words, tag, { day: 'numeric', month: style }, Date.UTC(2024, index, 15), month);
      }
      for (let day = 1; day <= 7; day += 1) {
        const weekday = `weekday-${String(day)}`;
        put(words, tag, { weekday: style }, Date.UTC(2024, 0, day), weekday);
      }
    }
  }
  return words;
}

function put(
  words: Map<string, string>,
  tag: string,
  options: Intl.DateTimeFormatOptions,
  time: number,
  meaning: string,
): void {
  const part = Object.keys(options).at(-1);
  const name = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' })
    .formatToParts(time)
    .find(({ type }) => type === part)?.value;
  const folded = fold(name ?? '')
    .replace(/\.$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // Numbers and single letters are no names: so months are written in Chinese and in narrow styles.
  if (folded.length >= 3 && !/\d/.test(folded) && !words.has(folded)) words.set(folded, meaning);
}
