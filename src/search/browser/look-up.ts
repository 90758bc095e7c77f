import type { SearchTable } from '#search/table.ts';
import { type FoundTexts, NOTHING } from './found-texts.ts';
import type { Library } from './library.ts';
import type { PagefindHits, SearchBundle } from './pagefind.d.ts';

/** A result that the table does not know: it is of another build than the bundle. */
export class StaleTable extends Error {
  override readonly name = 'StaleTable';
}

/**
 * Looks forms up in the bundle of one language. In quotation marks Pagefind finds words of the same
 * stem and nothing else, but gives the first place only; without, it gives all places and a score,
 * but also longer words, and shorter ones where it has none. What it finds it finds by comparing
 * all texts with all, so that no more is asked for than is needed.
 */
export class LookUp {
  readonly #bundle: () => Promise<SearchBundle>;
  readonly #table: SearchTable;
  readonly #known = new Map<string, Promise<FoundTexts>>();
  /** Rows of the table by ids, as far as they were found. */
  readonly #rows = new Map<string, number>();

  constructor(language: string, library: Library, table: SearchTable) {
    this.#bundle = () => library.bundle(language);
    this.#table = table;
  }

  /** The texts that have a word of this form or of its stem. */
  word(form: string): Promise<FoundTexts> {
    return this.#once(form, async () => {
      const bundle = await this.#bundle();
      const quoted = `"${form}"`;
      const count = await bundle.count(quoted);
      if (count === 0) return NOTHING;
      const hits = await bundle.search(form);
      // Whoever has the word at a place of its own is found; most often these are all.
      const own = this.#texts(hits, (index) => hits.isWhole[index] === 1);
      if (own.scores.size === count) return own;
      const exact = new Set((await bundle.search(quoted)).ids);
      return this.#texts(hits, (index) => exact.has(hits.ids[index] ?? ''));
    });
  }

  /** The texts that have these forms one directly behind the other, in one paragraph. */
  phrase(forms: readonly string[]): Promise<FoundTexts> {
    const words = `"${forms.join(' ')}"`;
    return this.#once(words, async () => this.#texts(await (await this.#bundle()).search(words)));
  }

  /** The texts that have a word that begins so; for a word that none has, as while it is typed. */
  beginning(form: string): Promise<FoundTexts> {
    return this.#once(`${form}*`, async () => {
      const bundle = await this.#bundle();
      const [found, cut] = [await bundle.search(form), await bundle.search(form + UNHEARD_OF)];
      // Of a word that it does not know Pagefind takes the beginning that it knows; then both agree.
      const [first = ''] = found.ids;
      const same = cut.ids.indexOf(first);
      const isCut = same >= 0 && placesAt(cut, same).join() === placesAt(found, 0).join();
      return isCut ? NOTHING : this.#texts(found);
    });
  }

  #once(name: string, load: () => Promise<FoundTexts>): Promise<FoundTexts> {
    const known = this.#known.get(name);
    if (known) return known;
    const loading = load();
    this.#known.set(name, loading);
    loading.catch(() => this.#known.delete(name));
    return loading;
  }

  /** @param isMeant whether the n-th hit counts */
  #texts(hits: PagefindHits, isMeant: (index: number) => boolean = () => true): FoundTexts {
    const scores = new Map<number, number>();
    const indexes = new Map<number, number>();
    hits.ids.forEach((id, index) => {
      if (!isMeant(index)) return;
      const row = this.#rowOf(id);
      scores.set(row, hits.scores[index] ?? 0);
      indexes.set(row, index);
    });
    return { scores, places: (row) => [...placesAt(hits, indexes.get(row) ?? -1)] };
  }

  #rowOf(id: string): number {
    const row = this.#rows.get(id) ?? this.#table.rowOf(id);
    if (row === undefined) throw new StaleTable(`The table does not know ${id}.`);
    this.#rows.set(id, row);
    return row;
  }
}

function placesAt({ starts, places }: PagefindHits, index: number): Uint32Array {
  return places.subarray(starts[index], starts[index + 1]);
}

/** Letters with which no word goes on. */
const UNHEARD_OF = 'qzxqzx';
