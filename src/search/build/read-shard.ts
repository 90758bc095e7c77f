import { groupFragments, type FragmentFile, type FragmentLayout } from './fragments.ts';
import { CborReader } from './cbor.ts';
import { type IndexedPage, readIndexMeta } from './index-meta.ts';
import { unpack } from './packed.ts';
import type { PagefindFiles } from './pagefind-files.ts';
import { checkIndexVersion } from './pagefind-version.ts';
import { encodeRecord, readWord } from './word-record.ts';

/** An index of some of a language’s texts, prepared to be joined with others. */
export interface IndexedShard {
  readonly version: string;
  readonly fields: readonly string[];
  readonly pages: readonly IndexedPage[];
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
  return { version, fields, words: Buffer.concat(records), ...grouped };
}

function fileOf(files: PagefindFiles, path: string | undefined): Uint8Array {
  const file = path === undefined ? undefined : files.get(path);
  if (file) return file;
  throw new Error(`Pagefind did not write ${path ?? 'the metadata of its index'}.`);
}
