import { Numbers } from './numbers.ts';

/**
 * Gives each word a number, from 0 in the order in which they come. A word is looked up where it
 * stands in its text: nothing is cut out of it but what is new.
 */
export class WordNumbers {
  /** Of each word its number, at the place that its hash gives or behind it; −1 where there is none. */
  #places = new Int32Array(4096).fill(-1);
  readonly #words: string[] = [];
  readonly #hashes = new Numbers();

  get size(): number {
    return this.#words.length;
  }

  /** The number of a piece of a text; that of a new word is the size before. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0;
    for (let index = start; index < end; index += 1) {
      hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
    }
    hash ^= hash >>> 15;
    const mask = this.#places.length - 1;
    let place = hash & mask;
    for (;;) {
      const number = this.#places[place] ?? -1;
      if (number < 0) return this.#add(text.slice(start, end), hash, place);
      if (this.#hashes.at(number) === hash && this.#isSame(number, text, start, end)) return number;
      place = (place + 1) & mask;
    }
  }

  #isSame(number: number, text: string, start: number, end: number): boolean {
    const word = this.#words[number] ?? '';
    if (word.length !== end - start) return false;
    for (let index = 0; index < word.length; index += 1) {
      if (word.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
    }
    return true;
  }

  #add(word: string, hash: number, place: number): number {
    const number = this.#words.push(word) - 1;
    this.#hashes.push(hash);
    this.#places[place] = number;
    if (2 * this.size > this.#places.length) this.#grow();
    return number;
  }

  #grow(): void {
    const places = new Int32Array(2 * this.#places.length).fill(-1);
    const mask = places.length - 1;
    for (let number = 0; number < this.size; number += 1) {
      let place = this.#hashes.at(number) & mask;
      while ((places[place] ?? -1) >= 0) place = (place + 1) & mask;
      places[place] = number;
    }
    this.#places = places;
  }
}
