import { primaryLanguage } from '#text/language.ts';
import type { LikelyBead } from './bead.ts';
import { type Side, type Sighting, sightingsIn, type Stemmed } from './sighting.ts';
import { type Tests, WordCounts } from './word-counts.ts';
import { WordScorer } from './word-score.ts';

/** Fewer than so many sightings teach nothing but chance. */
const FEWEST_LINKS = 30;
/** Enough to learn from; more would cost memory and tell little that is new. */
const MOST_LINKS = 8_000;
/** Paragraphs of a long text that are so near to each other do not teach each other. */
const STRETCH = 24;

/**
 * Which words of two languages render each other, as far as the aligned texts of an archive tell,
 * the surely aligned ones more than the others. What it says of two paragraphs rests on other
 * articles, and on other parts of a long one, alone.
 */
export class Lexicon {
  readonly #sightings: Sighting[] = [];
  /** By the name of a text, how it was aligned when it was learnt from. */
  readonly #learnt = new Map<string, readonly LikelyBead[]>();
  readonly #scorer = new WordScorer();
  #counts: WordCounts | undefined;

  /** Whether it has learnt enough; what else it is told it forgets. */
  get isFull(): boolean {
    return this.#sightings.length >= MOST_LINKS;
  }

  /**
   * Learns from a text and the one that it is aligned with.
   *
   * @param name tells the text from every other
   */
  learn(name: string, left: Stemmed, right: Stemmed, beads: readonly LikelyBead[]): void {
    if (this.isFull) return;
    this.#counts = undefined;
    this.#learnt.set(name, beads);
    this.#sightings.push(...sightingsIn(left, right, beads));
  }

  /**
   * What the words of two paragraphs of a text say for or against their rendering each other, as a
   * natural logarithm by their positions. What was learnt nearby in this very text does not count.
   * Good until it is asked about other texts.
   */
  between(name: string, left: Stemmed, right: Stemmed): (left: number, right: number) => number {
    if (this.#sightings.length < FEWEST_LINKS) return () => 0;
    this.#counts ??= new WordCounts(this.#sightings);
    const counts = this.#counts;
    const beads = this.#learnt.get(name) ?? [];
    const tests = (side: Side, paragraphs: Stemmed): Tests[] =>
      stretches(paragraphs.length).flatMap(([start, end]) => {
        const near = beads.filter((bead) => bead[side].some((n) => n >= start && n < end));
        const own = sightingsIn(left, right, near);
        return counts.testsWithout(own, paragraphs.slice(start, end), side);
      });
    return this.#scorer.score(left, right, tests('left', left), tests('right', right));
  }
}

/** Divides so many paragraphs into stretches that are learnt from one for another. */
function stretches(paragraphs: number): [start: number, end: number][] {
  const count = Math.max(1, Math.floor(paragraphs / STRETCH));
  return Array.from({ length: count }, (_, index) => [
    Math.floor((index * paragraphs) / count),
    Math.floor(((index + 1) * paragraphs) / count),
  ]);
}

/** One lexicon for each pair of languages. */
export class Lexicons {
  readonly #lexicons = new Map<string, Lexicon>();
  /** The same by tags as they are written, which are looked up more often. */
  readonly #byTags = new Map<string, Lexicon>();

  of(leftLang: string, rightLang: string): Lexicon {
    const tags = `${leftLang} ${rightLang}`;
    let lexicon = this.#byTags.get(tags);
    if (!lexicon) {
      const key = `${primaryLanguage(leftLang)} ${primaryLanguage(rightLang)}`;
      lexicon = this.#lexicons.get(key) ?? new Lexicon();
      this.#lexicons.set(key, lexicon);
      this.#byTags.set(tags, lexicon);
    }
    return lexicon;
  }
}
