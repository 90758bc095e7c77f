import { primaryLanguage } from '#text/language.ts';
import type { Candidate, CellWords } from './candidates.ts';
import type { Counterparts } from './counterpart.ts';
import { divide, gapBetween } from './divide.ts';
import { keyOf } from './word.ts';

interface Pair {
  readonly lang: string;
  readonly form: string;
  readonly first: string;
  readonly second: string;
  readonly articles: Set<string>;
  readonly place: { readonly file: string; readonly line: number };
  /** By language, the names in the facing paragraphs that it sounds like. */
  readonly facing: Map<string, Map<string, number>>;
  count: number;
  /** How often it faces words in a script that shows names by capitals. */
  faced: number;
}

/** What faces a paragraph in a script with capitals: the names in it. */
export interface FacingNames {
  readonly lang: string;
  readonly forms: readonly string[];
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

  readonly #counterparts: Counterparts;

  constructor(counterparts: Counterparts) {
    this.#counterparts = counterparts;
  }

  /** Looks through the words of a paragraph. */
  add(
    article: string,
    { words, named, lang, file, line }: CellWords,
    facing: readonly FacingNames[],
  ): void {
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
            facing: new Map(),
            ...{ count: 0, faced: 0 },
          },
        };
        this.#pairs.set(both, pair);
      }
      pair.count += 1;
      pair.articles.add(article);
      pair.faced += Number(facing.length > 0);
      for (const { lang: other, forms } of facing) {
        const form = forms.find((one) => this.#counterparts.share(pair.form, one));
        if (form === undefined) continue;
        const counts = pair.facing.get(other) ?? new Map<string, number>();
        pair.facing.set(other, counts.set(form, (counts.get(form) ?? 0) + 1));
      }
    });
  }

  /**
   * The pairs that are more than chance, and that face a name wherever they face words that could
   * show one: most words that keep company are grammar or terms.
   *
   * @param known forms that are candidates already
   */
  list(known: ReadonlySet<string>): Candidate[] {
    return [...this.#pairs.values()].flatMap((pair) => {
      const { first, second, count, form, lang, articles, place, faced } = pair;
      const rarer = Math.min(this.#words.get(first) ?? 1, this.#words.get(second) ?? 1);
      if (count < PLACES || count / rarer < SHARE || known.has(form)) return [];
      const others = [...pair.facing].flatMap(([other, forms]) => {
        const [most] = [...forms].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
        return most && most[1] * 2 > faced ? [[other, most[0]] as const] : [];
      });
      if (faced > 0 && others.length === 0) return [];
      return [
        {
          ...{ names: { [lang]: form, ...Object.fromEntries(others) }, variants: [] },
          ...{ places: count, articles: articles.size, isPlace: false, first: place },
        },
      ];
    });
  }

  #forget(): void {
    for (const [key, { count }] of this.#pairs) if (count < 2) this.#pairs.delete(key);
  }
}
