import { isArticle } from '#text/article.ts';
import type { SearchWord } from '#text/search-words.ts';

/** A run of a paragraph: words, and whether they are what was searched for. */
export interface Run {
  readonly words: string;
  readonly isFound: boolean;
}

/** So many words stand before what was found, and so many are shown in all. */
const BEFORE = 10;
const SHOWN = 44;
/** What may stand between two words of one mark. */
const NARROW_GAP = /^[\s\u00A0-]*$/;

/** A part of a paragraph, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a paragraph to be marked: found words in their own spelling, with the article before
 * them where it is written apart (`al-ʿĀmirī`); found words that stand side by side are one part.
 */
export function marksIn(
  text: string,
  words: readonly SearchWord[],
  found: ReadonlySet<SearchWord>,
): Extent[] {
  const marks: { start: number; end: number }[] = [];
  words.forEach((word, index) => {
    if (!found.has(word)) return;
    const before = words[index - 1];
    const hasArticle =
      before !== undefined &&
      isArticle(before.form, word.form) &&
      /^[-\u2010\u2011]$/.test(text.slice(before.end, word.start));
    const start = hasArticle ? before.start : word.start;
    const last = marks.at(-1);
    if (last && NARROW_GAP.test(text.slice(last.end, start))) last.end = word.end;
    else marks.push({ start, end: word.end });
  });
  return marks;
}

/**
 * A paragraph in runs, cut to some forty words about its first mark; put together, the runs of a
 * short paragraph are the paragraph.
 */
export function excerptOf(
  text: string,
  words: readonly SearchWord[],
  marks: readonly Extent[],
): Run[] {
  const [from, to] = windowOf(text, words, marks);
  const runs: Run[] = from > 0 ? [{ words: '… ', isFound: false }] : [];
  let end = from;
  for (const mark of marks) {
    if (mark.start < from || mark.end > to) continue;
    runs.push({ words: text.slice(end, mark.start), isFound: false });
    runs.push({ words: text.slice(mark.start, mark.end), isFound: true });
    end = mark.end;
  }
  runs.push({ words: text.slice(end, to), isFound: false });
  if (to < text.length) runs.push({ words: ' …', isFound: false });
  return runs.filter((run) => run.words !== '');
}

function windowOf(
  text: string,
  words: readonly SearchWord[],
  [first]: readonly Extent[],
): readonly [from: number, to: number] {
  if (words.length <= SHOWN) return [0, text.length];
  const at = first ? words.findIndex((word) => word.end > first.start) : 0;
  const start = Math.max(0, Math.min(at - BEFORE, words.length - SHOWN));
  const from = start === 0 ? 0 : (words[start]?.start ?? 0);
  const last = start + SHOWN - 1;
  const to = last >= words.length - 1 ? text.length : (words[last]?.end ?? text.length);
  return [from, to];
}
