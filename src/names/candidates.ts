import type { Range } from './html-places.ts';
import { calendarWords } from '#text/calendar.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import { capitalisedRuns } from './capitalised.ts';
import { Collocations } from './collocations.ts';
import { Counterparts, listedForm } from './counterpart.ts';
import { divide } from './divide.ts';
import { keysOf } from './word.ts';

/** What one text has in a row, and where it names entities already. */
export interface CellWords {
  readonly lang: string;
  readonly words: string;
  readonly named: readonly Range[];
  readonly file: string;
  readonly line: number;
}

/** A name that no entity holds, as far as can be told from how it is written. */
export interface Candidate {
  /** By language, the form that is met most often. */
  readonly names: Readonly<Record<string, string>>;
  /** Other ways in which it is written. */
  readonly variants: readonly string[];
  readonly places: number;
  readonly articles: number;
  readonly isPlace: boolean;
  /** Where it stands first. */
  readonly first: { readonly file: string; readonly line: number };
}

/** What is known of a candidate while texts are looked through. */
interface Growing {
  readonly lang: string;
  readonly forms: Map<string, number>;
  readonly others: Map<string, Map<string, number>>;
  readonly articles: Set<string>;
  readonly first: { readonly file: string; readonly line: number };
  count: number;
  /** How often it stands within a sentence, where a capital means something. */
  within: number;
  places: number;
}

const CASED: ReadonlySet<string> = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);

/**
 * Collects names that no entity holds: capitalised words where a script has capitals, words that keep
 * company with each other where it has none; with their likely counterpart in the facing paragraph,
 * found by consonants.
 */
export class Candidates {
  readonly #growing = new Map<string, Growing>();
  readonly #lower = new Set<string>();
  readonly #counterparts = new Counterparts();
  readonly #collocations = new Collocations();
  readonly #calendars = new Map<string, ReadonlyMap<string, string>>();

  /** Looks through a row of an article. */
  add(article: string, cells: readonly CellWords[]): void {
    for (const cell of cells) {
      if (!CASED.has(scriptOf(cell.words.slice(0, 400)) ?? '')) {
        this.#collocations.add(article, cell);
        continue;
      }
      divide(cell.words, (start, end) => {
        const written = cell.words.slice(start, end);
        if (written === written.toLowerCase()) this.#lower.add(written);
      });
      const others = cells.filter(
        (other) => primaryLanguage(other.lang) !== primaryLanguage(cell.lang),
      );
      for (const run of capitalisedRuns(cell.words)) {
        if (touches(cell.named, run)) continue;
        const form = cell.words.slice(run.start, run.end);
        if (!this.#isDate(form, cell.lang)) this.#take(article, cell, { ...run, form }, others);
      }
    }
  }

  #take(
    article: string,
    cell: CellWords,
    run: { readonly form: string; readonly isFirst: boolean; readonly isPlace: boolean },
    others: readonly CellWords[],
  ): void {
    const key = keyOfForm(run.form);
    if (key === '') return;
    let one = this.#growing.get(key);
    if (!one) {
      one = {
        lang: primaryLanguage(cell.lang),
        ...{ forms: new Map(), others: new Map(), articles: new Set(), first: placeOf(cell) },
        ...{ count: 0, within: 0, places: 0 },
      };
      this.#growing.set(key, one);
    }
    one.count += 1;
    one.within += Number(!run.isFirst);
    one.places += Number(run.isPlace);
    one.articles.add(article);
    count(one.forms, run.form);
    for (const other of others) {
      const place = this.#counterparts.find(run.form, other.words);
      if (!place || touches(other.named, place)) continue;
      const lang = primaryLanguage(other.lang);
      const forms = one.others.get(lang) ?? new Map<string, number>();
      one.others.set(lang, forms);
      count(forms, other.words.slice(place.start, place.end).replaceAll(/\s+/g, ' '));
    }
  }

  #isDate(form: string, lang: string): boolean {
    const language = primaryLanguage(lang);
    let calendar = this.#calendars.get(language);
    if (!calendar) this.#calendars.set(language, (calendar = calendarWords(language)));
    return calendar.has(keyOfForm(form));
  }

  /** The candidates, those with most places first: met twice, or once and in two languages. */
  list(): Candidate[] {
    const found: Candidate[] = [];
    for (const one of this.#growing.values()) {
      const form = listedForm(one.forms) ?? '';
      const isName = one.within > 0 || !this.#lower.has(form.split(' ')[0]?.toLowerCase() ?? '');
      if (!isName || (one.count < 2 && one.others.size === 0)) continue;
      const others = [...one.others].flatMap(([lang, forms]) => {
        const other = listedForm(forms);
        return other === undefined ? [] : [[lang, other] as const];
      });
      found.push({
        names: Object.fromEntries([[one.lang, form], ...others]),
        variants: [...one.forms.keys()].filter((other) => other !== form).sort(),
        ...{ places: one.count, articles: one.articles.size, first: one.first },
        isPlace: one.places * 2 >= one.count,
      });
    }
    const known = new Set(found.flatMap(({ names }) => Object.values(names)));
    found.push(...this.#collocations.list(known));
    return found.sort(
      (a, b) =>
        b.places - a.places || compare(Object.values(a.names)[0], Object.values(b.names)[0]),
    );
  }
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : 1;
}

function placeOf({ file, line }: CellWords): { file: string; line: number } {
  return { file, line };
}

function keyOfForm(form: string): string {
  const keys: string[] = [];
  divide(form, (start, end) => keys.push(keysOf(form.slice(start, end)).at(-1) ?? ''));
  return keys.join(' ');
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function touches(ranges: readonly Range[], { start, end }: Range): boolean {
  return ranges.some((range) => start < range.end && range.start < end);
}
