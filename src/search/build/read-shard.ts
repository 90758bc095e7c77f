import { groupFragments, type FragmentFile, type FragmentLayout } from './fragments.ts';
import { CborReader } from './cbor.ts';
import { type IndexedPage, readIndexMeta } from './index-meta.ts';
import { unpack } from './packed.ts';
import type { PagefindFiles } from './pagefind-files.ts';
import { checkIndexVersion, PAGEFIND_VERSION } from './pagefind-version.ts';
import { encodeRecord, readWord } from './word-record.ts';

/** An index of some of a language’s texts, prepared to be joined with others. */
export interface IndexedShard {
  readonly version: string;
  readonly fields: readonly string[];
  readonly pages: readonly IndexedPage[];
  /** By page, its address. Pagefind leaves out pages without a word. */
  readonly urls: readonly string[];
  /** The records of its words, in byte order of the words. */
  readonly words: Buffer;
  readonly fragments: readonly FragmentFile[];
}

/**
 * Prepares what Pagefind wrote. Throws where it is of another version of Pagefind than the one
 * whose format is known.
 *
 * @param name of the shard, for messages
 */
export async function readShard(
  name: string,
  files: PagefindFiles,
  layout: FragmentLayout,
): Promise<IndexedShard> {
  const metaFile = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
  if (metaFile === undefined) return NOTHING;
  const { version, pages, chunks, fields } = readIndexMeta(unpack(fileOf(files, metaFile)));
  checkIndexVersion(version, `The index ${name}`);
  const records: Buffer[] = [];
  for (const [, , file] of chunks) {
    const reader = new CborReader(unpack(fileOf(files, `index/${file}.pf_index`)));
    reader.array();
    for (let left = reader.array(); left > 0; left--) records.push(encodeRecord(readWord(reader)));
  }
  const contents = pages.map(([id]) => unpack(fileOf(files, `fragment/${id}.pf_fragment`)));
  const grouped = await groupFragments(pages, contents, layout);
  return { version, fields, urls: contents.map(urlOf), words: Buffer.concat(records), ...grouped };
}

/** What Pagefind makes of pages of which none has a word. */
const NOTHING: IndexedShard = {
  ...{ version: PAGEFIND_VERSION, fields: [], pages: [], urls: [], fragments: [] },
  words: Buffer.alloc(0),
};

/** A fragment begins with its address; the whole text that follows is of no use here. */
function urlOf(fragment: Buffer): string {
  const [, address] = ADDRESS.exec(fragment.toString('utf8', 0, LONGEST)) ?? [];
  const url: unknown = address && JSON.parse(address);
  if (typeof url === 'string') return url;
  throw new Error('A fragment of the search index has no address.');
}

const ADDRESS = /^\{"url":("(?:[^"\\]|\\.)*")/;
/** In bytes: no path is longer. */
const LONGEST = 4096;

function fileOf(files: PagefindFiles, path: string): Uint8Array {
  const file = files.get(path);
  if (file) return file;
  throw new Error(`Pagefind did not write ${path}.`);
}
