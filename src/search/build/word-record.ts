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
  /**
   * The pages as Pagefind encodes them, without the head of the array, and of the first page without
   * head and number. Named by their place: a join passes millions, and a view of each would cost.
   */
  readonly body: Span;
}

/** Bytes from `begin` to before `end` of others. */
export interface Span {
  readonly bytes: Buffer;
  readonly begin: number;
  readonly end: number;
}

/** A spelling with marks of a word, such as *café* of *cafe*. */
export interface Variant {
  /** Like a word’s key. */
  readonly form: string;
  readonly posting: Posting;
}

/** A word of a shard. */
export interface WordRecord {
  /** The bytes of its UTF-8 as characters, so that comparing strings compares bytes. */
  readonly key: string;
  readonly posting: Posting;
  readonly variants: readonly Variant[];
}

/** Reads a word of Pagefind’s, `[word, pages, [[form, pages], …]]`. Its spans are of the reader’s bytes. */
export function readWord(reader: CborReader): WordRecord {
  reader.array();
  const key = reader.text().toString('latin1');
  const posting = readPosting(reader);
  const variants = Array.from({ length: reader.array() }, () => {
    reader.array();
    return { form: reader.text().toString('latin1'), posting: readPosting(reader) };
  });
  return { key, posting, variants };
}

/** A page is `[steps from the page before, places, places in metadata]`. */
function readPosting(reader: CborReader): Posting {
  const pages = reader.array();
  let [first, last, weight, begin] = [0, 0, pages, reader.at];
  for (let page = 0; page < pages; page++) {
    reader.array();
    last += reader.unsigned();
    if (page === 0) [first, begin] = [last, reader.at];
    weight += skipPlaces(reader);
    weight += skipPlaces(reader);
  }
  const body: Span = { bytes: reader.bytes, begin, end: reader.at };
  return { pages, first, last, weight, body };
}

/** Goes past a list of places in the text, or in metadata; returns how many they are. */
function skipPlaces(reader: CborReader): number {
  const places = reader.array();
  for (let place = 0; place < places; place++) reader.integer();
  return places;
}

/*
 * The record in a file: its length; the word, its posting; how many variants, and of each form and
 * posting. Numbers take four bytes; a word, a form and a body stand after their lengths.
 */

/** Writes a record. */
export function encodeRecord({ key, posting, variants }: WordRecord): Buffer {
  const parts = [
    ...sized(Buffer.from(key, 'latin1')),
    ...encodePosting(posting),
    numbers(variants.length),
    ...variants.flatMap(({ form, posting: own }) => [
      ...sized(Buffer.from(form, 'latin1')),
      ...encodePosting(own),
    ]),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([numbers(length), ...parts]);
}

function encodePosting({ pages, first, last, weight, body }: Posting): Buffer[] {
  const bytes = body.bytes.subarray(body.begin, body.end);
  return [numbers(pages, first, last, weight), ...sized(bytes)];
}

function sized(bytes: Buffer): [Buffer, Buffer] {
  return [numbers(bytes.length), bytes];
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(values.length * SIZE);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * SIZE));
  return bytes;
}

/** Bytes of a number. */
export const SIZE = 4;

/** Reads a record that begins after its length. Its spans are of these bytes. */
export function decodeRecord(bytes: Buffer, begin: number): WordRecord {
  const afterKey = afterSized(bytes, begin);
  const key = bytes.toString('latin1', begin + SIZE, afterKey);
  const posting = decodePosting(bytes, afterKey);
  let at = posting.body.end;
  const count = bytes.readUInt32LE(at);
  at += SIZE;
  if (count === 0) return { key, posting, variants: NONE };
  const variants: Variant[] = [];
  for (let left = count; left > 0; left--) {
    const afterForm = afterSized(bytes, at);
    const form = bytes.toString('latin1', at + SIZE, afterForm);
    const own = decodePosting(bytes, afterForm);
    variants.push({ form, posting: own });
    at = own.body.end;
  }
  return { key, posting, variants };
}

const NONE: readonly Variant[] = [];

/** Where what stands after its length ends. */
function afterSized(bytes: Buffer, at: number): number {
  return at + SIZE + bytes.readUInt32LE(at);
}

function decodePosting(bytes: Buffer, at: number): Posting {
  const body = at + 4 * SIZE;
  return {
    pages: bytes.readUInt32LE(at),
    first: bytes.readUInt32LE(at + SIZE),
    last: bytes.readUInt32LE(at + 2 * SIZE),
    weight: bytes.readUInt32LE(at + 3 * SIZE),
    body: { bytes, begin: body + SIZE, end: afterSized(bytes, body) },
  };
}
