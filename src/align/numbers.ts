/** A list of whole numbers below 2³¹ that grows at its end. */
export class Numbers {
  #numbers = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** The number at a place; 0 where there is none. */
  at(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const numbers = new Int32Array(2 * this.#length);
      numbers.set(this.#numbers);
      this.#numbers = numbers;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }
}
