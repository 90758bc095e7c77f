/** Sums by small numbers, such as those that stand for words; cleared, it can be used again. */
export class Tally {
  #sums = new Float64Array(1024);
  #numbers: number[] = [];

  /** The numbers that something was added to, in the order in which they came. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  add(number: number, amount: number): void {
    if (amount === 0) return;
    if (number >= this.#sums.length) {
      const sums = new Float64Array(2 * number);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    const sum = this.#sums[number] ?? 0;
    if (sum === 0) this.#numbers.push(number);
    this.#sums[number] = sum + amount;
  }

  get(number: number): number {
    return this.#sums[number] ?? 0;
  }

  clear(): void {
    for (const number of this.#numbers) this.#sums[number] = 0;
    this.#numbers = [];
  }
}
