import { articleSound } from '#text/clitics.ts';
import { divide, gapBetween } from './divide.ts';
import { capitalsOf, keyOf } from './word.ts';

/** A run of capitalised words, such as a name is. Offsets are UTF-16 units. */
export interface CapitalisedRun {
  readonly start: number;
  readonly end: number;
  /** Whether a sentence begins with it: then its capital may mean nothing. */
  readonly isFirst: boolean;
  /** Whether a word before it says that it is a place (`in`, `near`). */
  readonly isPlace: boolean;
}

/** Small words inside names. */
const WITHIN: ReadonlySet<string> = new Set([
  ...['of', 'de', 'du', 'des', 'del', 'della', 'di', 'da', 'la', 'le', 'von', 'van', 'zu', 'y'],
  ...['ibn', 'bin', 'ben', 'bint', 'abu', 'the', 'and'],
]);
/** Never the end of a name, and `and` only between words of one (`Bible and Science`): not taken. */
const NEVER: ReadonlySet<string> = new Set(['and', 'the']);
const PLACES: ReadonlySet<string> = new Set(['in', 'at', 'near', 'à', 'en', 'aus']);
const SENTENCE_END = /(?:^|[.!?:…\n\t])[\s"'“”„«»‘’()[\]–—-]*$|["“„«‘(]$/;

/** The capitalised runs of a text in a script that has capitals, in order. */
export function capitalisedRuns(text: string): CapitalisedRun[] {
  const words: { readonly start: number; readonly end: number; readonly written: string }[] = [];
  divide(text, (start, end) => words.push({ start, end, written: text.slice(start, end) }));
  const runs: CapitalisedRun[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (!first || !isCapital(first.written)) continue;
    let last = index;
    for (let next = index + 1; next < words.length; next += 1) {
      const [before, word] = [words[next - 1], words[next]];
      if (!before || !word) break;
      const gap = gapBetween(text, before.end, word.start);
      if (gap !== 'space' && gap !== 'hyphen') break;
      if (isCapital(word.written)) last = next;
      else if (next - last > 2 || !isWithin(word.written, text.charAt(word.end))) break;
    }
    const article = words[index - 1];
    const hasArticle =
      article !== undefined &&
      articleSound(keyOf(article.written)) !== undefined &&
      gapBetween(text, article.end, first.start) === 'hyphen';
    const start = hasArticle ? article.start : first.start;
    const before = words[index - (hasArticle ? 2 : 1)];
    runs.push({
      start,
      end: endOf(words[last] ?? first),
      isFirst: SENTENCE_END.test(text.slice(Math.max(0, start - 12), start)),
      isPlace: before !== undefined && PLACES.has(before.written.toLowerCase()),
    });
    index = last;
  }
  return runs;
}

/** Where a word ends without its possessive. */
function endOf({ end, written }: { readonly end: number; readonly written: string }): number {
  return /.['’]s$/i.test(written) ? end - 2 : end;
}

function isCapital(written: string): boolean {
  const capitals = capitalsOf(written);
  return capitals === 'first' || capitals === 'all';
}

/** @param behind the character behind it: “as” and “an” are the Arabic article only with a hyphen */
function isWithin(written: string, behind: string): boolean {
  const key = keyOf(written);
  if (WITHIN.has(key)) return !NEVER.has(key);
  const sound = articleSound(key);
  return sound === 'l' || (sound !== undefined && /[-\u2010\u2011]/.test(behind));
}

/** Whether nearly all longer words of a line are capitalised, as in an English headline: then none tells a name. */
export function isTitleCase(words: string): boolean {
  const long = words.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  return long.length >= 4 && long.filter(isCapital).length / long.length > 0.7;
}
