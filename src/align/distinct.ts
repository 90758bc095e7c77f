/** Collects small numbers into a list, each once; serves one list after the other. */
export class Distinct {
  #list: number[] = [];
  #count = 0;
  #round = 1;
  /** For each number the last round in which it came. */
  #rounds = new Int32Array(4096);

  /** @param mark a number that stands for this one and no other; itself, unless others are less far apart */
  add(number: number, mark = number): void {
    if (mark >= this.#rounds.length) {
      const rounds = new Int32Array(2 * mark);
      rounds.set(this.#rounds);
      this.#rounds = rounds;
    }
    if (this.#rounds[mark] === this.#round) return;
    this.#rounds[mark] = this.#round;
    this.#list[this.#count] = number;
    this.#count += 1;
  }

  /** What was collected, in the order in which it came; the next list begins. */
  take(): number[] {
    const list = this.#list.slice(0, this.#count);
    this.#count = 0;
    this.#round += 1;
    return list;
  }
}
