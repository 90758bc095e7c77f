import type { SearchTable } from '#search/table.ts';
import type { Library } from './library.ts';
import type { PagefindResult, SearchBundle } from './pagefind.d.ts';

/** What a text has of a form: how well it fits, and its places in the indexed copy. */
export interface Found {
  readonly score: number;
  readonly places: readonly number[];
}

/** Texts by their rows in the table. */
export type FoundByRow = ReadonlyMap<number, Found>;

const NOTHING: FoundByRow = new Map();

/** A result that the table does not know: it is of another build than the bundle. */
export class StaleTable extends Error {
  override readonly name = 'StaleTable';
}

/**
 * Looks forms up in the bundle of one language. In quotation marks Pagefind finds words of the same
 * stem and nothing else, but gives the first place only; without, it gives all places and a score,
 * but also longer words, and shorter ones where it has none. So each form is asked for both ways.
 */
export class LookUp {
  readonly #bundle: () => Promise<SearchBundle>;
  readonly #table: SearchTable;
  readonly #known = new Map<string, Promise<FoundByRow>>();

  constructor(language: string, library: Library, table: SearchTable) {
    this.#bundle = () => library.bundle(language);
    this.#table = table;
  }

  /** The texts that have a word of this form or of its stem. */
  word(form: string): Promise<FoundByRow> {
    return this.#once(form, async () => {
      const exact = await this.#search(`"${form}"`);
      if (exact.length === 0) return NOTHING;
      const rows = new Set(this.#byRow(exact).keys());
      const all = this.#byRow(await this.#search(form));
      return new Map([...all].filter(([row]) => rows.has(row)));
    });
  }

  /** The texts that have these forms one directly behind the other, in one paragraph. */
  phrase(forms: readonly string[]): Promise<FoundByRow> {
    const words = forms.join(' ');
    return this.#once(`"${words}"`, async () => this.#byRow(await this.#search(`"${words}"`)));
  }

  /** The texts that have a word that begins so; for a word that none has, as while it is typed. */
  beginning(form: string): Promise<FoundByRow> {
    return this.#once(`${form}*`, async () => {
      const [found, cut] = [await this.#search(form), await this.#search(form + UNHEARD_OF)];
      // Of a word that it does not know Pagefind takes the beginning that it knows; then both agree.
      const [first] = found;
      const same = cut.find(({ id }) => id === first?.id);
      const isCut = same !== undefined && same.words.join() === first?.words.join();
      return isCut ? NOTHING : this.#byRow(found);
    });
  }

  #once(name: string, load: () => Promise<FoundByRow>): Promise<FoundByRow> {
    const known = this.#known.get(name);
    if (known) return known;
    const loading = load();
    this.#known.set(name, loading);
    loading.catch(() => this.#known.delete(name));
    return loading;
  }

  async #search(words: string): Promise<readonly PagefindResult[]> {
    const { results } = await (await this.#bundle()).search(words);
    return results.filter((result) => result.words.length > 0);
  }

  #byRow(results: readonly PagefindResult[]): FoundByRow {
    return new Map(
      results.map(({ id, score, words }) => {
        const row = this.#table.rowOf(id);
        if (row === undefined) throw new StaleTable(`The table does not know ${id}.`);
        return [row, { score, places: words }];
      }),
    );
  }
}

/** Letters with which no word goes on. */
const UNHEARD_OF = 'qzxqzx';
