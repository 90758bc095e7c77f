import { primaryLanguage } from '#text/language.ts';
import type { Alignment } from './align.ts';
import type { Features } from './anchors.ts';
import type { LikelyBead } from './bead.ts';

/** Paragraphs with the words by which they are compared. */
type Vocabulary = readonly Pick<Features, 'stems'>[];

/** Fewer than so many sightings teach nothing but chance. */
const FEWEST_LINKS = 30;
/** Enough to learn from; more would cost memory and tell little that is new. */
const MOST_LINKS = 8_000;
/** Of a paragraph its rarest words: the others say little about where they stand. */
const WORDS_A_PARAGRAPH = 14;
/** Sightings that say nothing: by so many a word is drawn to the mean of all. */
const DOUBT = 2;
/** A word that is in more than this share of the paragraphs says nothing about where they are. */
const COMMON = 0.4;
/** Paragraphs of a long text that are so near to each other do not teach each other. */
const STRETCH = 24;
/** How much a word counts, since words come together. */
const WEIGHT = 0.5;

/** Two paragraphs that were aligned, and how surely. */
interface Sighting {
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
  readonly probability: number;
}

/** The word of the other language that comes most tellingly with a word, and how often. */
interface Companion {
  readonly word: number;
  readonly together: number;
}

/**
 * Which words of two languages render each other, as far as the aligned texts of an archive tell,
 * the surely aligned ones more than the others. What it says of two paragraphs rests on other
 * articles, and on other parts of a long one, alone.
 */
export class Lexicon {
  readonly #sightings: Sighting[] = [];
  /** By the name of a text, how it was aligned when it was learnt from. */
  readonly #learnt = new Map<string, Alignment>();
  #counts: Counts | undefined;

  /** Whether it has learnt enough; what else it is told it forgets. */
  get isFull(): boolean {
    return this.#sightings.length >= MOST_LINKS;
  }

  /**
   * Learns from a text and the one that it is aligned with.
   *
   * @param name tells the text from every other
   */
  learn(name: string, left: Vocabulary, right: Vocabulary, alignment: Alignment): void {
    if (this.isFull) return;
    this.#counts = undefined;
    this.#learnt.set(name, alignment);
    this.#sightings.push(...sightingsIn(left, right, alignment.beads));
  }

  /** How a text was aligned when it was learnt from, if it was. */
  learntFrom(name: string): Alignment | undefined {
    return this.#learnt.get(name);
  }

  /**
   * What the words of two paragraphs of a text say for or against their rendering each other, as a
   * natural logarithm by their positions. What was learnt nearby in this very text does not count.
   */
  between(
    name: string,
    left: Vocabulary,
    right: Vocabulary,
  ): (left: number, right: number) => number {
    if (this.#sightings.length < FEWEST_LINKS) return () => 0;
    this.#counts ??= new Counts(this.#sightings);
    const counts = this.#counts;
    const beads = this.#learnt.get(name)?.beads ?? [];
    const tests = (which: Which, paragraphs: Vocabulary): Test[][] =>
      stretches(paragraphs.length).flatMap(([start, end]) => {
        const near = beads.filter((bead) => bead[which].some((n) => n >= start && n < end));
        const own = sightingsIn(left, right, near);
        return counts[which].testsWithout(own, paragraphs.slice(start, end), which, counts);
      });
    const leftTests = tests('left', left);
    const rightTests = tests('right', right);
    return remembered(left.length, right.length, (i, j) => {
      const value =
        score(leftTests[i] ?? [], right[j]?.stems) + score(rightTests[j] ?? [], left[i]?.stems);
      return (WEIGHT * value) / 2;
    });
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

  of(leftLang: string, rightLang: string): Lexicon {
    const key = `${primaryLanguage(leftLang)} ${primaryLanguage(rightLang)}`;
    let lexicon = this.#lexicons.get(key);
    if (!lexicon) {
      lexicon = new Lexicon();
      this.#lexicons.set(key, lexicon);
    }
    return lexicon;
  }
}

function sightingsIn(
  left: Vocabulary,
  right: Vocabulary,
  beads: readonly LikelyBead[],
): Sighting[] {
  return beads.flatMap((bead) =>
    bead.left.flatMap((i) =>
      bead.right.flatMap((j): Sighting[] => {
        const [lefts, rights] = [left[i]?.stems, right[j]?.stems];
        return lefts && rights
          ? [{ left: lefts, right: rights, probability: bead.probability }]
          : [];
      }),
    ),
  );
}

/** Up to so many pairs of paragraphs what was found is kept. */
const MOST_REMEMBERED = 4_000_000;

/** The same function, that works each value out once where the table of them is not too large. */
function remembered(
  lefts: number,
  rights: number,
  find: (left: number, right: number) => number,
): (left: number, right: number) => number {
  if (lefts * rights > MOST_REMEMBERED) return find;
  const values = new Float64Array(lefts * rights).fill(Number.NaN);
  return (left, right) => {
    const index = left * rights + right;
    let value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      value = find(left, right);
      values[index] = value;
    }
    return value;
  };
}

/** A word whose companion is looked for on the other side, and what it says if it is there or not. */
interface Test {
  readonly companion: number;
  readonly isThere: number;
  readonly isNot: number;
}

function score(tests: readonly Test[], words: ReadonlySet<number> | undefined): number {
  let value = 0;
  for (const { companion, isThere, isNot } of tests) {
    value += words?.has(companion) === true ? isThere : isNot;
  }
  return value;
}

type Which = 'left' | 'right';

/** How often words were seen, alone and together. */
class Counts {
  readonly left: Words;
  readonly right: Words;
  readonly links: number;

  constructor(sightings: readonly Sighting[]) {
    this.links = sightings.reduce((sum, { probability }) => sum + probability, 0);
    this.left = new Words(sightings, 'left');
    this.right = new Words(sightings, 'right');
    const together = new Map<number, Map<number, number>>();
    for (const { left, right, probability } of sightings) {
      const rights = this.right.rarest(right);
      for (const word of this.left.rarest(left)) {
        let companions = together.get(word);
        if (!companions) together.set(word, (companions = new Map<number, number>()));
        for (const other of rights) {
          companions.set(other, (companions.get(other) ?? 0) + probability);
        }
      }
    }
    for (const [word, companions] of together) {
      for (const [other, count] of companions) {
        const chance = (this.left.seen(word) * this.right.seen(other)) / this.links;
        if (count < 1.5 || count <= chance) continue;
        const telling = count * Math.log(count / chance) - (count - chance);
        this.left.offer(word, { word: other, together: count }, telling);
        this.right.offer(other, { word, together: count }, telling);
      }
    }
  }
}

/** The words of one language. */
class Words {
  readonly #seen: number[] = [];
  readonly #companions = new Map<number, Companion & { readonly telling: number }>();

  constructor(sightings: readonly Sighting[], which: Which) {
    for (const { [which]: words, probability } of sightings) {
      for (const word of words) this.#seen[word] = (this.#seen[word] ?? 0) + probability;
    }
  }

  seen(word: number): number {
    return this.#seen[word] ?? 0;
  }

  rarest(words: ReadonlySet<number>): number[] {
    return [...words]
      .filter((word) => this.seen(word) >= 1.5)
      .sort((a, b) => this.seen(a) - this.seen(b) || a - b)
      .slice(0, WORDS_A_PARAGRAPH);
  }

  offer(word: number, companion: Companion, telling: number): void {
    const known = this.#companions.get(word);
    const isBetter =
      !known ||
      telling > known.telling ||
      (telling === known.telling && companion.word < known.word);
    if (isBetter) this.#companions.set(word, { ...companion, telling });
  }

  /** For each paragraph what its words make one look for, with some sightings left out. */
  testsWithout(
    own: readonly Sighting[],
    paragraphs: Vocabulary,
    which: Which,
    counts: Counts,
  ): Test[][] {
    const other = which === 'left' ? 'right' : 'left';
    const links = counts.links - own.reduce((sum, { probability }) => sum + probability, 0);
    const ownSeen = new Map<number, number>();
    const ownOther = new Map<number, number>();
    const ownTogether = new Map<number, number>();
    for (const { [which]: words, [other]: others, probability } of own) {
      for (const word of others) ownOther.set(word, (ownOther.get(word) ?? 0) + probability);
      for (const word of words) {
        ownSeen.set(word, (ownSeen.get(word) ?? 0) + probability);
        const companion = this.#companions.get(word)?.word;
        if (companion === undefined || !others.has(companion)) continue;
        ownTogether.set(word, (ownTogether.get(word) ?? 0) + probability);
      }
    }
    const test = (word: number): Test[] => {
      const companion = this.#companions.get(word);
      const seen = this.seen(word) - (ownSeen.get(word) ?? 0);
      if (!companion || seen < 1 || seen > COMMON * links) return [];
      const others = counts[other].seen(companion.word) - (ownOther.get(companion.word) ?? 0);
      const chance = Math.max(0.005, others / links);
      const together = Math.max(0, companion.together - (ownTogether.get(word) ?? 0));
      if (chance > COMMON) return [];
      const share = Math.min(0.9, (together + DOUBT * chance) / (seen + DOUBT));
      const isNot = Math.min(0, Math.log((1 - share) / (1 - chance)));
      return [{ companion: companion.word, isThere: Math.log(share / chance), isNot }];
    };
    const known = new Map<number, Test[]>();
    return paragraphs.map(({ stems }) =>
      [...stems].flatMap((word) => {
        let tests = known.get(word);
        if (!tests) known.set(word, (tests = test(word)));
        return tests;
      }),
    );
  }
}
