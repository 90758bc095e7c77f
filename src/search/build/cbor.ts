/*
 * The part of CBOR (RFC 8949) that Pagefind’s index is written in: integers, text, and arrays of
 * known length.
 */

/** The major types. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const TEXT = 3;
const ARRAY = 4;

/** An item as it is read whole. */
export type Item = number | string | readonly Item[];

/** Reads items one after another; `at` is where the next one begins. */
export class CborReader {
  readonly bytes: Buffer;
  at = 0;
  #type = 0;
  #value = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Reads an item whole. Throws on what Pagefind does not write. */
  item(): Item {
    this.#head();
    switch (this.#type) {
      case UNSIGNED:
        return this.#value;
      case NEGATIVE:
        return -1 - this.#value;
      case TEXT: {
        const begin = this.at;
        this.at += this.#value;
        return this.bytes.toString('utf8', begin, this.at);
      }
      case ARRAY:
        return Array.from({ length: this.#value }, () => this.item());
      default:
        throw unknown(this.at);
    }
  }

  /** Reads the head of an array, up to its first element; returns how many there are. */
  array(): number {
    return this.#headOf(ARRAY);
  }

  /** Reads an integer that is not negative. */
  unsigned(): number {
    return this.#headOf(UNSIGNED);
  }

  /** Reads an integer. */
  integer(): number {
    this.#head();
    if (this.#type === UNSIGNED) return this.#value;
    if (this.#type === NEGATIVE) return -1 - this.#value;
    throw unknown(this.at);
  }

  /** Reads a text as its bytes in UTF-8; a view, not a copy. */
  text(): Buffer {
    const length = this.#headOf(TEXT);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  #headOf(type: number): number {
    this.#head();
    if (this.#type !== type) throw unknown(this.at);
    return this.#value;
  }

  #head(): void {
    const first = this.bytes[this.at++] ?? 0xff;
    const info = first & 31;
    this.#type = first >> 5;
    if (info < 24) {
      this.#value = info;
      return;
    }
    if (info > 26) throw unknown(this.at);
    const size = 1 << (info - 24);
    this.#value = this.bytes.readUIntBE(this.at, size);
    this.at += size;
  }
}

function unknown(at: number): Error {
  return new Error(`The search index is not in the format of Pagefind, at byte ${String(at)}.`);
}

/** Writes items one after another. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Writes an item whole. */
  item(item: Item): void {
    if (typeof item === 'number') this.integer(item);
    else if (typeof item === 'string') this.text(Buffer.from(item));
    else {
      this.array(item.length);
      for (const one of item) this.item(one);
    }
  }

  integer(value: number): void {
    if (value < 0) this.#head(NEGATIVE, -1 - value);
    else this.#head(UNSIGNED, value);
  }

  /** Writes a text of which the bytes in UTF-8 are given. */
  text(bytes: Uint8Array): void {
    this.#head(TEXT, bytes.length);
    this.raw(bytes);
  }

  /** Writes the head of an array; as many items are to follow. */
  array(length: number): void {
    this.#head(ARRAY, length);
  }

  /** Writes items that are encoded already. */
  raw(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes items that are encoded already in a part of other bytes. */
  rawFrom(bytes: Buffer, begin: number, end: number): void {
    this.#makeRoom(end - begin);
    bytes.copy(this.#bytes, this.#length, begin, end);
    this.#length += end - begin;
  }

  /** A copy of all that was written; begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #head(type: number, value: number): void {
    this.#makeRoom(5);
    const first = type << 5;
    if (value < 24) {
      this.#length = this.#bytes.writeUInt8(first | value, this.#length);
      return;
    }
    const size = value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
    this.#length = this.#bytes.writeUInt8(first | (24 + Math.log2(size)), this.#length);
    this.#length = this.#bytes.writeUIntBE(value, this.#length, size);
  }

  #makeRoom(length: number): void {
    const needed = this.#length + length;
    if (needed <= this.#bytes.length) return;
    const roomier = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, needed));
    this.#bytes.copy(roomier, 0, 0, this.#length);
    this.#bytes = roomier;
  }
}
