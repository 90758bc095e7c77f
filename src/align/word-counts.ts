import type { Side, Sighting, Stemmed } from './sighting.ts';
import { Tally } from './tally.ts';

/** Of a paragraph its rarest words: the others say little about where they stand. */
const WORDS_A_PARAGRAPH = 14;
/** A word that was seen less often tells nothing but chance. */
const FEWEST = 1.5;
/** Sightings that say nothing: by so many a word is drawn to the mean of all. */
const DOUBT = 2;
/** A word that is in more than this share of the paragraphs says nothing about where they are. */
const COMMON = 0.4;

/** What the words of a paragraph make one look for on the other side. */
export interface Tests {
  /** What they say if nothing of it is there, as a natural logarithm. */
  readonly lacking: number;
  /** The words that are looked for, and what is added for each that is there. */
  readonly companions: readonly number[];
  readonly gains: readonly number[];
}

/** How often words were seen in paragraphs that render each other, alone and together. */
export class WordCounts {
  readonly #links: number;
  readonly #words: Readonly<Record<Side, Words>>;
  /** What is left out; cleared whenever something else is. */
  readonly #own = { seen: new Tally(), facing: new Tally(), together: new Tally() };

  constructor(sightings: readonly Sighting[]) {
    this.#links = sightings.reduce((sum, { probability }) => sum + probability, 0);
    this.#words = { left: new Words(sightings, 'left'), right: new Words(sightings, 'right') };
    const { left: lefts, right: rights } = this.#words;
    const others = sightings.map(({ right }) => rights.rarest(right));
    const together = new Tally();
    for (const [word, places] of placesByWord(sightings, lefts)) {
      for (const place of places) {
        const probability = sightings[place]?.probability ?? 0;
        for (const other of others[place] ?? []) together.add(other, probability);
      }
      for (const other of together.numbers) {
        const count = together.get(other);
        const chance = (lefts.seen(word) * rights.seen(other)) / this.#links;
        if (count < FEWEST || count <= chance) continue;
        const telling = count * Math.log(count / chance) - (count - chance);
        lefts.offer(word, { word: other, together: count, telling });
        rights.offer(other, { word, together: count, telling });
      }
      together.clear();
    }
  }

  /** For each paragraph of a side what its words make one look for, with some sightings left out. */
  testsWithout(own: readonly Sighting[], paragraphs: Stemmed, side: Side): Tests[] {
    const other = side === 'left' ? 'right' : 'left';
    const [words, others] = [this.#words[side], this.#words[other]];
    const links = this.#links - own.reduce((sum, { probability }) => sum + probability, 0);
    const { seen: ownSeen, facing: ownFacing, together: ownTogether } = this.#own;
    for (const tally of [ownSeen, ownFacing, ownTogether]) tally.clear();
    for (const { [side]: some, [other]: facing, probability } of own) {
      const isFacing = new Set(facing);
      for (const word of facing) ownFacing.add(word, probability);
      for (const word of some) {
        ownSeen.add(word, probability);
        const companion = words.companion(word);
        if (companion && isFacing.has(companion.word)) ownTogether.add(word, probability);
      }
    }
    return paragraphs.map(({ stems }) => {
      const [companions, gains]: [number[], number[]] = [[], []];
      let lacking = 0;
      for (const word of stems) {
        const companion = words.companion(word);
        const seen = words.seen(word) - ownSeen.get(word);
        if (!companion || seen < 1 || seen > COMMON * links) continue;
        const facing = others.seen(companion.word) - ownFacing.get(companion.word);
        const chance = Math.max(0.005, facing / links);
        if (chance > COMMON) continue;
        const together = Math.max(0, companion.together - ownTogether.get(word));
        const share = Math.min(0.9, (together + DOUBT * chance) / (seen + DOUBT));
        const isNot = Math.min(0, Math.log((1 - share) / (1 - chance)));
        lacking += isNot;
        companions.push(companion.word);
        gains.push(Math.log(share / chance) - isNot);
      }
      return { lacking, companions, gains };
    });
  }
}

/** For each word of the left side that tells something, where it was seen. */
function placesByWord(sightings: readonly Sighting[], lefts: Words): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { left }] of sightings.entries()) {
    for (const word of lefts.rarest(left)) {
      const some = places.get(word);
      if (some) some.push(place);
      else places.set(word, [place]);
    }
  }
  return places;
}

/** The word of the other language that comes most tellingly with a word, and how often. */
interface Companion {
  readonly word: number;
  readonly together: number;
  readonly telling: number;
}

/** The words of one language. */
class Words {
  readonly #seen = new Tally();
  readonly #companions: (Companion | undefined)[] = [];
  /** For each word its place among all, the rarest first. */
  readonly #ranks: number[] = [];
  readonly #byRank: readonly number[];

  constructor(sightings: readonly Sighting[], side: Side) {
    for (const { [side]: words, probability } of sightings) {
      for (const word of words) this.#seen.add(word, probability);
    }
    this.#byRank = [...this.#seen.numbers].sort((a, b) => this.seen(a) - this.seen(b) || a - b);
    const most = this.#byRank.reduce((greatest, word) => Math.max(greatest, word), -1);
    this.#companions = Array.from({ length: most + 1 }, () => undefined);
    this.#ranks = Array.from({ length: most + 1 }, () => 0);
    for (const [rank, word] of this.#byRank.entries()) this.#ranks[word] = rank;
  }

  seen(word: number): number {
    return this.#seen.get(word);
  }

  companion(word: number): Companion | undefined {
    return this.#companions[word];
  }

  rarest(words: readonly number[]): number[] {
    const ranks = Int32Array.from(
      words.filter((word) => this.seen(word) >= FEWEST),
      (word) => this.#ranks[word] ?? 0,
    ).sort();
    return Array.from(ranks.subarray(0, WORDS_A_PARAGRAPH), (rank) => this.#byRank[rank] ?? 0);
  }

  offer(word: number, companion: Companion): void {
    const known = this.#companions[word];
    const isBetter =
      !known ||
      companion.telling > known.telling ||
      (companion.telling === known.telling && companion.word < known.word);
    if (isBetter) this.#companions[word] = companion;
  }
}
