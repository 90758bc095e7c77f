import { CborReader } from './cbor.ts';
import type { WordRecord } from './word-record.ts';

/**
 * Gives the metadata fields that a word’s places name the numbers that they have in the whole. In
 * the places in metadata a negative number names the field that the ones after it belong to. Changes
 * the bytes in place: such a number takes one byte before and after.
 *
 * @param fields by the number of a field in the shard, its number in the whole
 */
export function renumberFields({ posting, variants }: WordRecord, fields: readonly number[]): void {
  if (fields.every((field, index) => field === index)) return;
  for (const { pages, body } of [posting, ...variants.map((variant) => variant.posting)]) {
    const bytes = body.bytes.subarray(body.begin, body.end);
    const reader = new CborReader(bytes);
    for (let page = 0; page < pages; page++) {
      if (page > 0) {
        reader.array();
        reader.unsigned();
      }
      for (let left = reader.array(); left > 0; left--) reader.integer();
      for (let left = reader.array(); left > 0; left--) {
        const { at } = reader;
        const value = reader.integer();
        if (value >= 0) continue;
        const field = fields[-1 - value] ?? MOST;
        if (field >= MOST) throw new Error('The search index has too many metadata fields.');
        bytes[at] = ONE_BYTE_NEGATIVE | field;
      }
    }
  }
}

/** CBOR: a negative number -1 - n with n below 24 is one byte. */
const MOST = 24;
const ONE_BYTE_NEGATIVE = 0x20;
