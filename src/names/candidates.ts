import type { Range } from './html-places.ts';
import { calendarWords } from '#text/calendar.ts';
import { primaryLanguage } from '#text/language.ts';
import { scriptOf } from '#text/script.ts';
import { type CapitalisedRun, capitalisedRuns, isTitleCase } from './capitalised.ts';
import { Collocations, type FacingNames } from './collocations.ts';
import { Counterparts, listedForm } from './counterpart.ts';
import { divide } from './divide.ts';
import { keysOf } from './word.ts';
import { isLanguage, isOfRegion, isRegion, regionIn } from './world-names.ts';

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
  /** By language, in how many paragraphs it faces words of another script. */
  readonly faced: Map<string, number>;
  count: number;
  /** How often it stands within a sentence, where a capital means something. */
  within: number;
  places: number;
}

/** Words that open many an English sentence. */
const OPENERS: ReadonlySet<string> = new Set([
  ...['the', 'a', 'an', 'in', 'at', 'on', 'from', 'to', 'by', 'for', 'with', 'of', 'and', 'but'],
  ...['after', 'before', 'when', 'while', 'as', 'then', 'he', 'she', 'it', 'they', 'his', 'her'],
]);
/** So many consonants are enough evidence by themselves. */
const SURE = 3;
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
  readonly #collocations = new Collocations(this.#counterparts);
  readonly #calendars = new Map<string, ReadonlyMap<string, string>>();

  /** Looks through a row of an article. */
  add(article: string, cells: readonly CellWords[]): void {
    for (const cell of cells) {
      if (!CASED.has(scriptOf(cell.words.slice(0, 400)) ?? '')) {
        this.#collocations.add(article, cell, this.#facing(cell, cells));
        continue;
      }
      divide(cell.words, (start, end) => {
        const written = cell.words.slice(start, end);
        if (written === written.toLowerCase()) this.#lower.add(written);
      });
      if (isTitleCase(cell.words)) continue;
      const others = cells.filter(
        (other) => primaryLanguage(other.lang) !== primaryLanguage(cell.lang),
      );
      for (const whole of capitalisedRuns(cell.words)) {
        const run = this.#withoutOpener(whole, cell.words);
        if (touches(cell.named, run)) continue;
        const form = within(cell.words.slice(run.start, run.end), run.isFirst);
        if (!this.#isDate(form, cell.lang) && !isWorldly(form, cell.lang))
          this.#take(article, cell, { ...run, form }, others);
      }
    }
  }

  /** The names in what faces a paragraph and shows names by capitals, without those that are held. */
  #facing(cell: CellWords, cells: readonly CellWords[]): FacingNames[] {
    return cells.flatMap((other) => {
      if (other === cell || !CASED.has(scriptOf(other.words.slice(0, 400)) ?? '')) return [];
      if (isTitleCase(other.words)) return [];
      const forms = capitalisedRuns(other.words)
        .map((run) => this.#withoutOpener(run, other.words))
        .filter((run) => !touches(other.named, run))
        .map(({ start, end }) => other.words.slice(start, end))
        .filter((form) => !isWorldly(form, other.lang));
      return [{ lang: primaryLanguage(other.lang), forms }];
    });
  }

  /** A run without the word that opens its sentence, where that is known to have no capital elsewhere. */
  #withoutOpener(run: CapitalisedRun, words: string): CapitalisedRun {
    const [opener = '', first = ''] = /^(\S+) (?=\S)/.exec(words.slice(run.start, run.end)) ?? [];
    const word = first.toLowerCase();
    if (!run.isFirst || opener === '' || !(OPENERS.has(word) || this.#lower.has(word))) return run;
    return { ...run, start: run.start + opener.length, isFirst: false };
  }

  #take(
    article: string,
    cell: CellWords,
    run: CapitalisedRun & { readonly form: string },
    others: readonly CellWords[],
  ): void {
    const key = keyOfForm(run.form);
    if (key === '') return;
    let one = this.#growing.get(key);
    if (!one) {
      one = {
        lang: primaryLanguage(cell.lang),
        ...{ forms: new Map(), others: new Map(), articles: new Set(), first: placeOf(cell) },
        ...{ faced: new Map(), count: 0, within: 0, places: 0 },
      };
      this.#growing.set(key, one);
    }
    one.count += 1;
    one.within += Number(!run.isFirst);
    one.places += Number(run.isPlace);
    one.articles.add(article);
    count(one.forms, run.form);
    const from = primaryLanguage(cell.lang);
    for (const other of others) {
      const lang = primaryLanguage(other.lang);
      if (scriptOf(other.words) === scriptOf(cell.words)) continue;
      count(one.faced, lang);
      const share = run.start / Math.max(1, cell.words.length);
      const place =
        this.#counterparts.find(run.form, other.words, share) ??
        placeOfWords(regionIn(run.form, from, lang), other.words);
      if (!place || touches(other.named, place)) continue;
      const forms = one.others.get(lang) ?? new Map<string, number>();
      one.others.set(lang, forms);
      count(forms, other.words.slice(place.start, place.end).replaceAll(/\s+/g, ' '));
    }
  }

  /** Whether forms that face a name are more than chance: of a short one only most of several. */
  #isCounterpart(name: string, forms: ReadonlyMap<string, number>, faced: number): boolean {
    if (this.#counterparts.consonantsOf(name) >= SURE) return true;
    const total = [...forms.values()].reduce((sum, one) => sum + one, 0);
    return total > 1 && total * 2 > faced;
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
      const others = [...one.others].flatMap(([lang, forms]) => {
        if (!this.#isCounterpart(form, forms, one.faced.get(lang) ?? 0)) return [];
        const other = listedForm(forms, form);
        return other === undefined ? [] : [[lang, other] as const];
      });
      // What only begins sentences may be any word, unless it is written like no other.
      const isLikely = !this.#lower.has(form.split(/[ -]/)[0]?.toLowerCase() ?? '');
      const isName =
        one.within > 0 || (isLikely && (others.length > 0 || keyOfForm(form).includes(' ')));
      const parts = form.split(' ');
      const isTwo = parts.some(
        (_, at) =>
          at > 0 &&
          this.#growing.has(keyOfForm(parts.slice(0, at).join(' '))) &&
          this.#growing.has(keyOfForm(parts.slice(at).join(' '))),
      );
      if (!isName || isTwo || (one.count < 2 && others.length === 0)) continue;
      found.push({
        names: Object.fromEntries([[one.lang, form], ...others]),
        variants: [...one.forms.keys()].filter((other) => other !== form).sort(),
        ...{ places: one.count, articles: one.articles.size, first: one.first },
        isPlace: isRegion(form, one.lang) || (parts.length < 3 && one.places * 3 > one.count),
      });
    }
    const known = new Set(found.flatMap(({ names }) => Object.values(names)));
    const pairs = this.#collocations.list(known);
    return joined(found, pairs).sort(
      (a, b) =>
        b.places - a.places || compare(Object.values(a.names)[0], Object.values(b.names)[0]),
    );
  }
}

/**
 * Candidates with the pairs of words that face them as their names in that language; those that face
 * the same name are one, in several spellings (`Dayr az-Zūr`, `Deir Ezzor`).
 */
function joined(found: readonly Candidate[], pairs: readonly Candidate[]): Candidate[] {
  const all: Candidate[] = [];
  const places = new Map<string, number>();
  for (const one of [...found].sort((a, b) => b.places - a.places).concat(pairs)) {
    const keys = Object.entries(one.names).map(([lang, name]) => `${lang} ${name}`);
    const at = keys.map((key) => places.get(key)).find((place) => place !== undefined);
    const former = at === undefined ? undefined : all[at];
    for (const key of keys) if (!places.has(key)) places.set(key, at ?? all.length);
    if (at === undefined || !former) all.push(one);
    else all[at] = asOne(former, one);
  }
  return all;
}

function asOne(one: Candidate, other: Candidate): Candidate {
  const names = { ...other.names, ...one.names };
  const forms = [...one.variants, ...other.variants, ...Object.values(other.names)];
  const others = forms.filter((form) => !Object.values(names).includes(form));
  return {
    ...one,
    names,
    variants: [...new Set(others)].sort(),
    places: Math.max(one.places, other.places),
    articles: Math.max(one.articles, other.articles),
  };
}

/** Whether a name is that of a language, or the adjective of a country: an archive seldom lists those. */
function isWorldly(form: string, lang: string): boolean {
  const language = primaryLanguage(lang);
  return !form.includes(' ') && (isLanguage(form, language) || isOfRegion(form, language));
}

/** A form as it stands within a sentence: an article is small there. */
function within(form: string, isFirst: boolean): string {
  if (!isFirst) return form;
  return form.replace(/^[AE]\p{L}{1,2}(?=[-\u2010\u2011])/u, (article) => article.toLowerCase());
}

/** Where words stand in others, with what may be written before them; undefined where they do not. */
function placeOfWords(form: string | undefined, words: string): Range | undefined {
  if (form === undefined) return undefined;
  const start = words.indexOf(form);
  if (start === -1 || /\p{L}/u.test(words.charAt(start + form.length))) return undefined;
  return { start, end: start + form.length };
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
