import { primaryLanguage } from '#text/language.ts';
import type { Candidate, CellWords } from './candidates.ts';
import { divide, gapBetween } from './divide.ts';
import { keyOf } from './word.ts';

interface Pair {
  readonly lang: string;
  readonly form: string;
  readonly first: string;
  readonly second: string;
  readonly articles: Set<string>;
  readonly place: { readonly file: string; readonly line: number };
  count: number;
}

/** A pair is a name rather than chance from so many places, and such a share of its rarer word, on. */
const PLACES = 4;
const SHARE = 0.6;
const SHORTEST = 3;
/** Rare pairs are forgotten when there are more than these, so that memory has a bound. */
const MOST = 400_000;

/** Finds words that keep company with each other, in scripts whose names have no capitals. */
export class Collocations {
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<string, Pair>();

  /** Looks through the words of a paragraph. */
  add(article: string, { words, named, lang, file, line }: CellWords): void {
    let before: { readonly key: string; readonly start: number; readonly end: number } | undefined;
    divide(words, (start, end) => {
      const key = keyOf(words.slice(start, end));
      this.#words.set(key, (this.#words.get(key) ?? 0) + 1);
      const former = before;
      before = { key, start, end };
      if (!former || Math.min(key.length, former.key.length) < SHORTEST) return;
      if (gapBetween(words, former.end, start) !== 'space') return;
      if (named.some((range) => former.start < range.end && range.start < end)) return;
      const both = `${former.key} ${key}`;
      let pair = this.#pairs.get(both);
      if (!pair) {
        if (this.#pairs.size >= MOST) this.#forget();
        pair = {
          ...{ lang: primaryLanguage(lang), form: words.slice(former.start, end) },
          ...{
            first: former.key,
            second: key,
            articles: new Set(),
            place: { file, line },
            count: 0,
          },
        };
        this.#pairs.set(both, pair);
      }
      pair.count += 1;
      pair.articles.add(article);
    });
  }

  /**
   * The pairs that are more than chance.
   *
   * @param known forms that are candidates already
   */
  list(known: ReadonlySet<string>): Candidate[] {
    return [...this.#pairs.values()].flatMap((pair) => {
      const { first, second, count, form, lang, articles, place } = pair;
      const rarer = Math.min(this.#words.get(first) ?? 1, this.#words.get(second) ?? 1);
      if (count < PLACES || count / rarer < SHARE || known.has(form)) return [];
      return [
        {
          ...{ names: { [lang]: form }, variants: [], places: count, articles: articles.size },
          ...{ isPlace: false, first: place },
        },
      ];
    });
  }

  #forget(): void {
    for (const [key, { count }] of this.#pairs) if (count < 2) this.#pairs.delete(key);
  }
}
