import { CborReader } from './cbor.ts';

/**
 * Where a word stands in the pages of a shard, prepared so that postings of several shards join
 * without being read again: all of it is copied but the number of the first page.
 */
export interface Posting {
  readonly pages: number;
  /** Number of the first page within the shard, and of the last. */
  readonly first: number;
  readonly last: number;
  /** What Pagefind counts toward the size of a chunk. */
  readonly weight: number;
  /** The pages as Pagefind encodes them, without the head of the array, and of the first page without head and number. */
  readonly body: Buffer;
}

/** A spelling with marks of a word, such as *café* of *cafe*. */
export interface Variant {
  readonly form: Buffer;
  readonly posting: Posting;
}

/** A word of a shard. */
export interface WordRecord {
  /** The bytes of its UTF-8 as characters, so that comparing strings compares bytes. */
  readonly key: string;
  readonly word: Buffer;
  readonly posting: Posting;
  readonly variants: readonly Variant[];
}

/** Reads a word of Pagefind’s, `[word, pages, [[form, pages], …]]`. Its bytes are views. */
export function readWord(reader: CborReader): WordRecord {
  reader.array();
  const word = reader.text();
  const posting = readPosting(reader);
  const variants = Array.from({ length: reader.array() }, () => {
    reader.array();
    return { form: reader.text(), posting: readPosting(reader) };
  });
  return { key: word.toString('latin1'), word, posting, variants };
}

/** A page is `[steps from the page before, places, places in metadata]`. */
function readPosting(reader: CborReader): Posting {
  const pages = reader.array();
  let [first, last, weight, begin] = [0, 0, pages, reader.at];
  for (let page = 0; page < pages; page++) {
    reader.array();
    last += reader.unsigned();
    if (page === 0) [first, begin] = [last, reader.at];
    for (const _ of ['in the text', 'in metadata']) {
      const places = reader.array();
      weight += places;
      for (let place = 0; place < places; place++) reader.integer();
    }
  }
  return { pages, first, last, weight, body: reader.bytes.subarray(begin, reader.at) };
}

/*
 * The record in a file: its length; the word, its posting; how many variants, and of each form and
 * posting. Numbers take four bytes; a word, a form and a body stand after their lengths.
 */

/** Writes a record. */
export function encodeRecord({ word, posting, variants }: WordRecord): Buffer {
  const parts = [
    ...sized(word),
    ...encodePosting(posting),
    numbers(variants.length),
    ...variants.flatMap(({ form, posting: own }) => [...sized(form), ...encodePosting(own)]),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([numbers(length), ...parts]);
}

function encodePosting({ pages, first, last, weight, body }: Posting): Buffer[] {
  return [numbers(pages, first, last, weight), ...sized(body)];
}

function sized(bytes: Buffer): [Buffer, Buffer] {
  return [numbers(bytes.length), bytes];
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(values.length * SIZE);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * SIZE));
  return bytes;
}

export const SIZE = 4;

/** Reads a record that begins after its length. Its bytes are views. */
export function decodeRecord(bytes: Buffer, begin: number): WordRecord {
  let at = begin;
  const number = (): number => {
    at += SIZE;
    return bytes.readUInt32LE(at - SIZE);
  };
  const view = (): Buffer => {
    const length = number();
    at += length;
    return bytes.subarray(at - length, at);
  };
  const posting = (): Posting => ({
    pages: number(),
    first: number(),
    last: number(),
    weight: number(),
    body: view(),
  });
  const word = view();
  const own = posting();
  const variants: Variant[] = [];
  for (let left = number(); left > 0; left--) variants.push({ form: view(), posting: posting() });
  return { key: word.toString('latin1'), word, posting: own, variants };
}
