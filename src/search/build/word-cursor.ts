import { closeSync, openSync, readSync } from 'node:fs';
import { decodeRecord, SIZE, type WordRecord } from './word-record.ts';

/** Goes through the words of a shard with a little of its file in memory. */
export class WordCursor {
  /** The word where it stands, undefined after the last. */
  word: WordRecord | undefined;
  readonly #file: string;
  readonly #window: number;
  #bytes = Buffer.alloc(0);
  /** Where in the file `#bytes` begins, and where in `#bytes` the next record. */
  #offset = 0;
  #at = 0;

  /** @param window how many bytes are read at a time, at least */
  constructor(file: string, window: number) {
    this.#file = file;
    this.#window = window;
    this.advance();
  }

  /** How many bytes are behind it. */
  get done(): number {
    return this.#offset + this.#at;
  }

  /** Goes to the next word. */
  advance(): void {
    if (!this.#has(SIZE)) {
      this.word = undefined;
      return;
    }
    const length = SIZE + this.#bytes.readUInt32LE(this.#at);
    if (!this.#has(length)) throw new Error(`${this.#file} ends in the middle of a word.`);
    this.word = decodeRecord(this.#bytes, this.#at + SIZE);
    this.#at += length;
  }

  /** Whether so many bytes follow, read if need be. */
  #has(length: number): boolean {
    if (this.#at + length <= this.#bytes.length) return true;
    // Opened each time, because a large archive has more shards than a process may have files.
    const file = openSync(this.#file, 'r');
    try {
      const bytes = Buffer.allocUnsafe(Math.max(this.#window, length));
      const read = readSync(file, bytes, 0, bytes.length, this.#offset + this.#at);
      this.#offset += this.#at;
      this.#at = 0;
      this.#bytes = bytes.subarray(0, read);
    } finally {
      closeSync(file);
    }
    return length <= this.#bytes.length;
  }
}
