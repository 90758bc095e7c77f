import {
  ALIASES_FILE,
  type AliasEntity,
  type Certainty,
  GROUP,
  groupFile,
  isAliasesFile,
  isAliasGroup,
  isAliasPart,
  isNamesById,
  namesFile,
  partFile,
  partOf,
} from '#search/aliases.ts';
import { SEARCH_FOLDER } from '#search/folders.ts';
import { readRows, type RowsFile } from '#search/rows-file.ts';
import { decodeTable, type SearchTable, TABLE_FILE } from '#search/table.ts';
import { Kept } from './kept.ts';
import type { Loader } from './loader.ts';
import type { SearchBundle } from './pagefind.d.ts';

/** An entity that a key may mean. */
export interface Meant {
  readonly entity: number;
  readonly certainty: Certainty;
}

/** The files that the search reads, each once, at first use. */
export class Library {
  readonly #loader: Loader;
  readonly #files: Kept<unknown>;
  readonly #bundles: Kept<SearchBundle>;
  readonly #tables: Kept<SearchTable>;
  readonly #rows: Kept<RowsFile>;

  constructor(loader: Loader) {
    this.#loader = loader;
    this.#files = new Kept((path) => loader.json(SEARCH_FOLDER + path));
    this.#bundles = new Kept(loader.bundle);
    this.#tables = new Kept((path) => this.#readTable(path, false));
    this.#rows = new Kept(async (article) =>
      readRows(await loader.json(`articles/${article}/rows.json`)),
    );
  }

  bundle(language: string): Promise<SearchBundle> {
    return this.#bundles.get(language);
  }

  table(): Promise<SearchTable> {
    return this.#tables.get(TABLE_FILE);
  }

  /** Reads the table again, where a bundle is newer than the one that the browser has kept. */
  tableAnew(): Promise<SearchTable> {
    return this.#tables.replace(TABLE_FILE, this.#readTable(TABLE_FILE, true));
  }

  async #readTable(path: string, isFresh: boolean): Promise<SearchTable> {
    return decodeTable(await this.#loader.json(SEARCH_FOLDER + path, isFresh));
  }

  rows(article: string): Promise<RowsFile> {
    return this.#rows.get(article);
  }

  /** The entities that each of some keys may mean; keys that mean none are left out. */
  async meaningOf(keys: readonly string[]): Promise<ReadonlyMap<string, readonly Meant[]>> {
    const { parts } = await this.#read(ALIASES_FILE, isAliasesFile);
    const found = new Map<string, readonly Meant[]>();
    await Promise.all(
      [...Map.groupBy(keys, (key) => partOf(key, parts))].map(async ([part, some]) => {
        const entries = await this.#read(partFile(part), isAliasPart);
        for (const key of some) {
          const meant = Object.hasOwn(entries, key) ? (entries[key] ?? []) : [];
          if (meant.length === 0) continue;
          found.set(
            key,
            meant.map(([entity, certainty]) => ({ entity, certainty })),
          );
        }
      }),
    );
    return found;
  }

  async entity(number: number): Promise<AliasEntity | undefined> {
    return (await this.#read(groupFile(number), isAliasGroup))[number % GROUP];
  }

  /** The names of all entities by id, in an interface language. */
  names(language: string): Promise<Readonly<Record<string, string>>> {
    return this.#read(namesFile(language), isNamesById);
  }

  async #read<Value>(path: string, isRight: (value: unknown) => value is Value): Promise<Value> {
    const value = await this.#files.get(path);
    if (isRight(value)) return value;
    throw new Error(`${path} is of another version of the site.`);
  }
}
