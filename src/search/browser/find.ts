import { CERTAINTY } from '#search/aliases.ts';
import { namesIn } from '#search/expand.ts';
import type { SoughtForm } from '#search/mark-words.ts';
import type { Named, Unit } from '#search/query.ts';
import type { SearchTable } from '#search/table.ts';
import { type QueryWord, queryWords } from '#text/query-words.ts';
import { searchWords } from '#text/search-words.ts';
import type { Library } from './library.ts';
import { anyOf, bothOf, type FoundTexts, NOTHING } from './found-texts.ts';
import { LookUp, StaleTable } from './look-up.ts';
import { unitsOf } from './units.ts';

/** The texts that answer a query. */
export interface Hits extends FoundTexts {
  /** The rows of those whose article refers to an entity that the query names. */
  readonly named: ReadonlySet<number>;
}

/** What a query came to. */
export interface Findings {
  readonly units: readonly Unit[];
  readonly named: readonly Named[];
  readonly sought: readonly SoughtForm[];
  readonly hits: Hits;
  /** What was typed that no text has. */
  readonly missing: readonly string[];
  readonly table: SearchTable;
}

/** A word has to have so many letters before others that begin with it are looked for. */
const SHORTEST_BEGINNING = 3;

/** Finds texts in all languages at once, each language in a bundle of its own. */
export class Finder {
  readonly #library: Library;
  #lookUps: { readonly table: SearchTable; readonly byLanguage: Map<string, LookUp> } | undefined;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Every text that answers all units of a query. Fails where the files cannot be loaded. */
  async find(query: string): Promise<Findings> {
    try {
      return await this.#find(query, await this.#library.table());
    } catch (error) {
      if (!(error instanceof StaleTable)) throw error;
      return this.#find(query, await this.#library.tableAnew());
    }
  }

  async #find(query: string, table: SearchTable, waysOfWord = asWord): Promise<Findings> {
    const units = await unitsOf(query, this.#library);
    const sought: SoughtForm[] = [];
    const missing: string[] = [];
    let hits: Hits | undefined;
    for (const [index, unit] of units.entries()) {
      const isLast = index === units.length - 1;
      const answer = await this.#answer(unit, isLast, table, sought, waysOfWord);
      if (answer.scores.size === 0) missing.push(unit.typed);
      hits = hits ? inBoth(hits, answer) : answer;
    }
    // Each word is somewhere, and all are nowhere: so one of them may be a name in another spelling.
    if (hits?.scores.size === 0 && missing.length === 0 && waysOfWord === asWord) {
      return this.#find(query, table, asName);
    }
    const named = units.flatMap((unit) => (unit.kind === 'name' ? unit.named : []));
    return { units, named, sought, hits: hits ?? { ...NOTHING, named: new Set() }, missing, table };
  }

  async #answer(
    unit: Unit,
    isLast: boolean,
    table: SearchTable,
    sought: SoughtForm[],
    waysOfWord: typeof asWord,
  ): Promise<Hits> {
    const { values: languages } = table.columns.language;
    const found = await Promise.all(
      languages.map((language) =>
        this.#inLanguage(unit, language, this.#lookUpIn(language, table), sought, waysOfWord),
      ),
    );
    const texts = anyOf(found.flat());
    if (unit.kind === 'name') return withNamed(texts, unit.named, table);
    const named = new Set<number>();
    if (texts.scores.size > 0 || unit.kind !== 'word' || !isLast) return { ...texts, named };
    const begun = await Promise.all(
      languages.map(async (language) => {
        const forms = searchWords(unit.typed, language);
        const [first] = forms;
        if (!first || forms.length > 1 || first.form.length < SHORTEST_BEGINNING) return NOTHING;
        const some = await this.#lookUpIn(language, table).beginning(first.form);
        if (some.scores.size > 0) sought.push({ form: first.form, isBeginning: true });
        return some;
      }),
    );
    return { ...anyOf(begun), named };
  }

  async #inLanguage(
    unit: Unit,
    language: string,
    lookUp: LookUp,
    sought: SoughtForm[],
    waysOfWord: typeof asWord,
  ): Promise<FoundTexts[]> {
    if (unit.kind === 'phrase') {
      const forms = searchWords(unit.typed, language).map(({ form }) => form);
      return forms.length === 0 ? [] : [await lookUp.phrase(forms)];
    }
    const others = unit.kind === 'name' ? namesIn(language, unit.named) : [];
    const ways = [queryWords(unit.typed, language), ...others];
    const waysOf = unit.kind === 'name' ? asName : waysOfWord;
    return Promise.all(ways.map((words) => withAll(words.map(waysOf), lookUp, sought)));
  }

  #lookUpIn(language: string, table: SearchTable): LookUp {
    if (this.#lookUps?.table !== table) this.#lookUps = { table, byLanguage: new Map() };
    const { byLanguage } = this.#lookUps;
    let lookUp = byLanguage.get(language);
    if (!lookUp) byLanguage.set(language, (lookUp = new LookUp(language, this.#library, table)));
    return lookUp;
  }
}

/** Ways to find a word: lists of forms, the next one only where no text has any of the one before. */
type Ways = readonly (readonly string[])[];

/** Of another word only its spelling counts, as long as it is found. */
function asWord({ forms, rarer, sounds }: QueryWord): Ways {
  return [forms, rarer, sounds];
}

/** A name that is known counts in every spelling. */
function asName({ forms, rarer, sounds }: QueryWord): Ways {
  return [[...forms, ...sounds], rarer];
}

/** The texts that have all of some words. */
async function withAll(
  words: readonly Ways[],
  lookUp: LookUp,
  sought: SoughtForm[],
): Promise<FoundTexts> {
  let all: FoundTexts | undefined;
  for (const word of words) {
    const found = await withAny(word, lookUp, sought);
    if (found.scores.size === 0) return found;
    all = all ? bothOf(all, found) : found;
  }
  return all ?? NOTHING;
}

/** The texts that have a word in any of the forms of the first list of which any text has one. */
async function withAny(ways: Ways, lookUp: LookUp, sought: SoughtForm[]): Promise<FoundTexts> {
  for (const forms of ways) {
    const byForm = await Promise.all(forms.map((form) => lookUp.word(form)));
    for (const [index, { scores }] of byForm.entries()) {
      if (scores.size > 0) sought.push({ form: forms[index] ?? '', isBeginning: false });
    }
    const found = anyOf(byForm);
    if (found.scores.size > 0) return found;
  }
  return NOTHING;
}

/** Adds the texts of articles that refer to an entity, whatever they call it. */
function withNamed(found: FoundTexts, named: readonly Named[], table: SearchTable): Hits {
  const { values, rows } = table.columns.entity;
  const sure = named.filter(({ certainty }) => certainty !== CERTAINTY.part);
  const wanted = new Set(sure.map(({ entity }) => values.indexOf(entity.id)));
  const scores = new Map(found.scores);
  const namedRows = new Set<number>();
  rows.forEach((entities, row) => {
    if (!entities.some((entity) => wanted.has(entity))) return;
    namedRows.add(row);
    if (!scores.has(row)) scores.set(row, 0);
  });
  return { scores, places: found.places, named: namedRows };
}

function inBoth(some: Hits, others: Hits): Hits {
  const both = bothOf(some, others);
  return { ...both, named: new Set([...some.named, ...others.named]) };
}
