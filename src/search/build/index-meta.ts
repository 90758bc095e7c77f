import { CborReader, CborWriter, type Item } from './cbor.ts';

/** A page of an index: its id, its number of words, the group of its fragment (empty for none). */
export type IndexedPage = readonly [id: string, words: number, group: string];

/** A chunk of the word list: the range of its words, and the name of its file. */
export type WordChunk = readonly [from: string, to: string, file: string];

/** The `pf_meta` of an index, as far as Diptych lets Pagefind write it: no filters, no orders. */
export interface IndexMeta {
  readonly version: string;
  /** In the order in which they were added; words name them by their place. */
  readonly pages: readonly IndexedPage[];
  readonly chunks: readonly WordChunk[];
  /** Names of metadata, in byte order; words name them by their place. */
  readonly fields: readonly string[];
}

/** Reads a `pf_meta` that was unpacked. Throws where it is none, or names filters or orders. */
export function readIndexMeta(bytes: Buffer): IndexMeta {
  const [version, pages, chunks, filters, orders, fields] = listOf(new CborReader(bytes).item());
  if (listOf(filters).length > 0 || listOf(orders).length > 0) {
    throw new Error('An index to be joined has filters or orders; the search table has those.');
  }
  return {
    version: textOf(version),
    pages: listOf(pages).map((page) => {
      const [id, words, group] = listOf(page);
      return [textOf(id), numberOf(words), textOf(group)];
    }),
    chunks: listOf(chunks).map((chunk) => {
      const [from, to, file] = listOf(chunk).map(textOf);
      return [from ?? '', to ?? '', file ?? ''];
    }),
    fields: listOf(fields).map(textOf),
  };
}

/** Writes a `pf_meta`, to be packed. */
export function writeIndexMeta({ version, pages, chunks, fields }: IndexMeta): Buffer {
  const writer = new CborWriter();
  writer.item([version, pages, chunks, [], [], fields]);
  return writer.take();
}

function listOf(item: Item | undefined): readonly Item[] {
  if (typeof item === 'object') return item;
  throw unlike();
}

function textOf(item: Item | undefined): string {
  if (typeof item === 'string') return item;
  throw unlike();
}

function numberOf(item: Item | undefined): number {
  if (typeof item === 'number') return item;
  throw unlike();
}

function unlike(): Error {
  return new Error('The metadata of a search index is not in the format of Pagefind.');
}
