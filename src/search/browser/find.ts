import { CERTAINTY } from '#search/aliases.ts';
import { namesIn } from '#search/expand.ts';
import type { SoughtForm } from '#search/mark-words.ts';
import type { Named, Unit } from '#search/query.ts';
import type { SearchTable } from '#search/table.ts';
import { type QueryWord, queryWords } from '#text/query-words.ts';
import { searchWords } from '#text/search-words.ts';
import type { Library } from './library.ts';
import { type FoundByRow, LookUp, StaleTable } from './look-up.ts';
import { unitsOf } from './units.ts';

/** A text that answers a query. */
export interface TextHit {
  readonly score: number;
  /** Places of the indexed copy that were found. */
  readonly places: ReadonlySet<number>;
  /** Whether its article refers to an entity that the query names. */
  readonly isNamed: boolean;
}

/** What a query came to. */
export interface Findings {
  readonly units: readonly Unit[];
  readonly named: readonly Named[];
  readonly sought: readonly SoughtForm[];
  readonly hits: ReadonlyMap<number, TextHit>;
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

  async #find(query: string, table: SearchTable): Promise<Findings> {
    const units = await unitsOf(query, this.#library);
    const sought: SoughtForm[] = [];
    const missing: string[] = [];
    let hits: Map<number, TextHit> | undefined;
    for (const [index, unit] of units.entries()) {
      const isLast = index === units.length - 1;
      const answer = await this.#answer(unit, isLast, table, sought);
      if (answer.size === 0) missing.push(unit.typed);
      hits = hits ? both(hits, answer) : answer;
    }
    const named = units.flatMap((unit) => (unit.kind === 'name' ? unit.named : []));
    return { units, named, sought, hits: hits ?? new Map(), missing, table };
  }

  async #answer(
    unit: Unit,
    isLast: boolean,
    table: SearchTable,
    sought: SoughtForm[],
  ): Promise<Map<number, TextHit>> {
    const hits = new Map<number, TextHit>();
    const { values: languages } = table.columns.language;
    await Promise.all(
      languages.map(async (language) => {
        const lookUp = this.#lookUpIn(language, table);
        for (const found of await this.#inLanguage(unit, language, lookUp, sought)) {
          join(hits, found);
        }
      }),
    );
    if (unit.kind === 'name') addNamed(hits, unit.named, table);
    if (hits.size > 0 || unit.kind !== 'word' || !isLast) return hits;
    await Promise.all(
      languages.map(async (language) => {
        const forms = searchWords(unit.typed, language);
        const [first] = forms;
        if (!first || forms.length > 1 || first.form.length < SHORTEST_BEGINNING) return;
        const found = await this.#lookUpIn(language, table).beginning(first.form);
        if (found.size > 0) sought.push({ form: first.form, isBeginning: true });
        join(hits, found);
      }),
    );
    return hits;
  }

  async #inLanguage(
    unit: Unit,
    language: string,
    lookUp: LookUp,
    sought: SoughtForm[],
  ): Promise<FoundByRow[]> {
    if (unit.kind === 'phrase') {
      const forms = searchWords(unit.typed, language).map(({ form }) => form);
      return forms.length === 0 ? [] : [await lookUp.phrase(forms)];
    }
    const others = unit.kind === 'name' ? namesIn(language, unit.named) : [];
    const ways = [queryWords(unit.typed, language), ...others];
    const waysOf = unit.kind === 'name' ? asName : asWord;
    return Promise.all(ways.map((words) => allOf(words.map(waysOf), lookUp, sought)));
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
async function allOf(
  words: readonly Ways[],
  lookUp: LookUp,
  sought: SoughtForm[],
): Promise<FoundByRow> {
  let all: Map<number, { score: number; places: readonly number[] }> | undefined;
  for (const word of words) {
    const found = await anyOf(word, lookUp, sought);
    if (found.size === 0) return found;
    const before = all;
    all = before
      ? new Map(
          [...found].flatMap(([row, { score, places }]) => {
            const known = before.get(row);
            if (!known) return [];
            return [[row, { score: score + known.score, places: [...known.places, ...places] }]];
          }),
        )
      : new Map(found);
  }
  return all ?? new Map();
}

/** The texts that have a word in any of the forms of the first list of which any text has one. */
async function anyOf(ways: Ways, lookUp: LookUp, sought: SoughtForm[]): Promise<FoundByRow> {
  for (const forms of ways) {
    const found = new Map<number, { score: number; places: readonly number[] }>();
    const byForm = await Promise.all(forms.map((form) => lookUp.word(form)));
    for (const [index, some] of byForm.entries()) {
      if (some.size > 0) sought.push({ form: forms[index] ?? '', isBeginning: false });
      for (const [row, { score, places }] of some) {
        const known = found.get(row);
        found.set(row, {
          score: Math.max(score, known?.score ?? 0),
          places: known ? [...known.places, ...places] : places,
        });
      }
    }
    if (found.size > 0) return found;
  }
  return new Map();
}

/** Adds what was found in another way: the better score counts, and all places. */
function join(hits: Map<number, TextHit>, found: FoundByRow): void {
  for (const [row, { score, places }] of found) {
    const known = hits.get(row);
    hits.set(row, {
      score: Math.max(score, known?.score ?? 0),
      places: new Set([...(known?.places ?? []), ...places]),
      isNamed: false,
    });
  }
}

/** The texts of articles that refer to an entity, whatever they call it. */
function addNamed(hits: Map<number, TextHit>, named: readonly Named[], table: SearchTable): void {
  const { values, rows } = table.columns.entity;
  const sure = named.filter(({ certainty }) => certainty !== CERTAINTY.part);
  const wanted = new Set(sure.map(({ entity }) => values.indexOf(entity.id)));
  rows.forEach((entities, row) => {
    if (!entities.some((entity) => wanted.has(entity))) return;
    const known = hits.get(row);
    hits.set(row, { score: known?.score ?? 0, places: known?.places ?? new Set(), isNamed: true });
  });
}

function both(
  some: ReadonlyMap<number, TextHit>,
  others: ReadonlyMap<number, TextHit>,
): Map<number, TextHit> {
  return new Map(
    [...others].flatMap(([row, hit]) => {
      const known = some.get(row);
      if (!known) return [];
      return [
        [
          row,
          {
            score: known.score + hit.score,
            places: new Set([...known.places, ...hit.places]),
            isNamed: known.isNamed || hit.isNamed,
          },
        ],
      ];
    }),
  );
}
