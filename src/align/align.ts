import type { Features } from './anchors.ts';
import type { LikelyBead, Link } from './bead.ts';
import { longestChain } from './chain.ts';
import { type Likelihoods, likelihoods } from './likelihood.ts';
import { search as searchRun } from './search.ts';

/** What is known before two texts are aligned. */
export interface Known {
  /** Paragraphs that render each other by the editor’s word; they are not questioned. */
  readonly links?: readonly Link[];
  /** Whether paragraphs may be one bead: positions of the first ones, and how many. */
  readonly mayBe?: (left: number, lefts: number, right: number, rights: number) => boolean;
  /** What the words of two paragraphs say for or against them, as a natural logarithm. */
  readonly words?: (left: number, right: number) => number;
  /** What a first alignment found: the ratio of lengths is taken from it. */
  readonly first?: readonly LikelyBead[];
}

/** Two texts, aligned. */
export interface Alignment {
  /** In the order of the texts; every paragraph is in one bead, links that cross others apart. */
  readonly beads: readonly LikelyBead[];
  /** By what the beads were measured. */
  readonly measure: Likelihoods;
}

/**
 * Aligns two texts: the most likely beads by lengths and by what survives translation (see
 * `likelihood.ts`), between the links that are known.
 */
export function align(
  left: readonly Features[],
  right: readonly Features[],
  known: Known = {},
): Alignment {
  const links = known.links ?? [];
  const chain = longestChain(links);
  const search = (measure: Likelihoods): LikelyBead[] =>
    between(chain, links, left.length, right.length, measure, known);
  // The ratio of lengths is that of the whole texts first, then that of what was found to match.
  const whole = likelihoods(left, right);
  const first = known.first ?? search(whole);
  const measure = likelihoods(left, right, first);
  const isSettled = !known.first && Math.abs(measure.ratio - whole.ratio) < SETTLED;
  return isSettled ? { beads: first, measure: whole } : { beads: search(measure), measure };
}

/** Ratios of lengths, as logarithms, that differ by less lead to the same beads. */
const SETTLED = 0.02;

function between(
  chain: readonly Link[],
  links: readonly Link[],
  lefts: number,
  rights: number,
  measure: Likelihoods,
  { mayBe = () => true, words = () => 0 }: Known,
): LikelyBead[] {
  const linkedLeft = new Set(links.map(({ left }) => left));
  const linkedRight = new Set(links.map(({ right }) => right));
  const beads: LikelyBead[] = [];
  let [left, right] = [0, 0];
  for (const link of [...chain, { left: lefts, right: rights }]) {
    const someLeft = free(left, link.left, linkedLeft);
    const someRight = free(right, link.right, linkedRight);
    const found = searchRun(someLeft.length, someRight.length, (i, a, j, b) => {
      const [from, to] = [someLeft[i] ?? 0, someRight[j] ?? 0];
      // A link that crosses the chain may stand in between: what is beside it is no run.
      const isRun = someLeft[i + a - 1] === from + a - 1 && someRight[j + b - 1] === to + b - 1;
      if (!isRun || !mayBe(from, a, to, b)) return Number.NEGATIVE_INFINITY;
      let value = measure.of(from, a, to, b);
      if (value === Number.NEGATIVE_INFINITY) return value;
      for (let k = from; k < from + a; k += 1) {
        for (let l = to; l < to + b; l += 1) value += words(k, l);
      }
      return value;
    });
    for (const bead of found) {
      beads.push({
        left: bead.left.map((index) => someLeft[index] ?? 0),
        right: bead.right.map((index) => someRight[index] ?? 0),
        probability: bead.probability,
      });
    }
    [left, right] = [Math.max(left, link.left + 1), Math.max(right, link.right + 1)];
  }
  return [...beads, ...given(links)];
}

function free(start: number, end: number, linked: ReadonlySet<number>): number[] {
  const some: number[] = [];
  for (let index = start; index < end; index += 1) if (!linked.has(index)) some.push(index);
  return some;
}

function given(links: readonly Link[]): LikelyBead[] {
  return links.map(({ left, right }) => ({ left: [left], right: [right], probability: 1 }));
}
