/** So many places for words; at most half of them are used. */
const SIZE = 1 << 19;
const MASK = SIZE - 1;

/**
 * Remembers what was found out about written words, by two hashes of 32 bits each: most words of a
 * text need no string of their own to be known again. When it is full it forgets everything.
 */
export class WordMemory<Value> {
  readonly #first = new Int32Array(SIZE);
  readonly #second = new Int32Array(SIZE);
  #values = new Array<Value | undefined>(SIZE);
  #count = 0;
  #h1 = 0;
  #h2 = 0;

  /** What is known of the word between two places of a text; `put` says it of the same word. */
  get(text: string, start: number, end: number): Value | undefined {
    let h1 = 0x81_1c_9d_c5 | 0;
    let h2 = end - start;
    for (let index = start; index < end; index += 1) {
      const code = text.charCodeAt(index);
      h1 = Math.imul(h1 ^ code, 0x01_00_01_93);
      h2 = (Math.imul(h2, 31) + code) | 0;
    }
    this.#h1 = h1;
    this.#h2 = h2;
    for (let place = (h1 ^ (h2 << 7)) & MASK; ; place = (place + 1) & MASK) {
      const value = this.#values[place];
      if (value === undefined) return undefined;
      if (this.#first[place] === h1 && this.#second[place] === h2) return value;
    }
  }

  /** Remembers something of the word that was asked for last. */
  put(value: Value): void {
    if (this.#count >= SIZE / 2) {
      this.#values = new Array<Value | undefined>(SIZE);
      this.#count = 0;
    }
    let place = (this.#h1 ^ (this.#h2 << 7)) & MASK;
    while (this.#values[place] !== undefined) place = (place + 1) & MASK;
    this.#first[place] = this.#h1;
    this.#second[place] = this.#h2;
    this.#values[place] = value;
    this.#count += 1;
  }
}
