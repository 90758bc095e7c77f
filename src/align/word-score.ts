import { LONGEST_RUN } from './search.ts';
import type { Stemmed } from './sighting.ts';
import { Tally } from './tally.ts';
import type { Tests } from './word-counts.ts';

/** How much a word counts, since words come together. */
const WEIGHT = 0.5;
/** Paragraphs of the left text whose values are kept: a search asks for those of a bead, and goes on. */
const ROWS = 2 * LONGEST_RUN;

/** Scores pairs of paragraphs, of one pair of texts after the other, by their words. */
export class WordScorer {
  /** Of one left paragraph: what each word adds if the right one has it, and which words it has. */
  readonly #gains = new Tally();
  readonly #words = new Tally();

  /**
   * What the words of two paragraphs say for or against their rendering each other, as a natural
   * logarithm by their positions. Quickest where the left positions are asked for in their order; good
   * until other texts are scored.
   */
  score(
    left: Stemmed,
    right: Stemmed,
    leftTests: readonly Tests[],
    rightTests: readonly Tests[],
  ): (left: number, right: number) => number {
    const values = new Float64Array(ROWS * right.length);
    const kept = new Int32Array(ROWS).fill(-1);
    let prepared = -1;
    return (i, j) => {
      const row = i % ROWS;
      const start = row * right.length;
      if (kept[row] !== i) {
        kept[row] = i;
        values.fill(Number.NaN, start, start + right.length);
      }
      let value = values[start + j] ?? Number.NaN;
      if (Number.isNaN(value)) {
        const tests = leftTests[i] ?? NONE;
        if (prepared !== i) this.#prepare(left[i]?.stems ?? [], tests);
        prepared = i;
        value = this.#find(tests.lacking, right[j]?.stems ?? [], rightTests[j] ?? NONE);
        values[start + j] = value;
      }
      return value;
    };
  }

  #prepare(stems: readonly number[], { companions, gains }: Tests): void {
    this.#gains.clear();
    this.#words.clear();
    for (let index = 0; index < companions.length; index += 1) {
      this.#gains.add(companions[index] ?? 0, gains[index] ?? 0);
    }
    for (const word of stems) this.#words.add(word, 1);
  }

  #find(lacking: number, stems: readonly number[], tests: Tests): number {
    let value = lacking + tests.lacking;
    for (const word of stems) value += this.#gains.get(word);
    for (let index = 0; index < tests.companions.length; index += 1) {
      if (this.#words.get(tests.companions[index] ?? 0) > 0) value += tests.gains[index] ?? 0;
    }
    return (WEIGHT * value) / 2;
  }
}

const NONE: Tests = { lacking: 0, companions: [], gains: [] };
