import type { Features } from './anchors.ts';
import type { LikelyBead, Link } from './bead.ts';
import { longestChain } from './chain.ts';
import { type Likelihoods, type Yardstick, yardstick } from './likelihood.ts';
import { type Score, search as searchRun, type Support } from './search.ts';

/** What is known before two texts are aligned. */
export interface Known {
  /** Paragraphs that render each other by the editor’s word; they are not questioned. */
  readonly links?: readonly Link[];
  /** Whether paragraphs may be one bead: positions of the first ones, and how many. */
  readonly mayBe?:
    ((left: number, lefts: number, right: number, rights: number) => boolean) | undefined;
  /** What the words of two paragraphs say for or against them, as a natural logarithm. */
  readonly words?: (left: number, right: number) => number;
  /** What a first alignment found: the ratio of lengths is taken from it. */
  readonly first?: readonly LikelyBead[];
  /** The two texts as they are measured, where they have been measured before. */
  readonly by?: Yardstick;
}

/** Two texts, aligned. */
export interface Alignment {
  /** In the order of the texts; every paragraph is in one bead, links that cross others apart. */
  readonly beads: readonly LikelyBead[];
  /** By what the beads were measured. */
  readonly measure: Likelihoods;
  readonly support: Support;
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
  const search = (measure: Likelihoods): Found =>
    between(chain, links, left.length, right.length, withWords(measure, known), known.mayBe);
  const by = known.by ?? yardstick(left, right);
  // The ratio of lengths is that of the whole texts first, then that of what was found to match.
  const first = known.first ? undefined : bestOf(search, by);
  const measure = by(known.first ?? first?.beads);
  const isSettled = first && Math.abs(measure.ratio - first.measure.ratio) < SETTLED;
  const { beads, support } = isSettled ? first : search(measure);
  return { beads, support, measure: isSettled ? first.measure : measure };
}

/** What speaks for a bead by lengths and anchors, and by words where something is known of them. */
function withWords(measure: Likelihoods, { words }: Known): Score {
  if (!words) return measure.of;
  return (i, a, j, b) => {
    let sum = measure.of(i, a, j, b);
    if (sum === Number.NEGATIVE_INFINITY) return sum;
    if (a === 1 && b === 1) return sum + words(i, j);
    for (let k = i; k < i + a; k += 1) {
      for (let l = j; l < j + b; l += 1) sum += words(k, l);
    }
    return sum;
  };
}

/** The same, but −∞ for a bead that may not be. */
function where(mayBe: Known['mayBe'], weigh: Score): Score {
  if (!mayBe) return weigh;
  return (...bead) => (mayBe(...bead) ? weigh(...bead) : Number.NEGATIVE_INFINITY);
}

/** Ratios of lengths, as logarithms, that differ by less lead to the same beads. */
const SETTLED = 0.02;
/** Ratios that are tried where that of the whole texts leads to little: an excerpt, a summary. */
const SHIFTS = [-1.05, -0.7, -0.35, 0.35, 0.7, 1.05];
/** What each pair of paragraphs must speak for itself, on average, for two texts to render each other. */
const LITTLE = 0.35;

/** What a search found, with what speaks for it. */
type Found = ReturnType<typeof searchRun>;

function bestOf(
  search: (measure: Likelihoods) => Found,
  by: Yardstick,
): Found & { readonly measure: Likelihoods } {
  const whole = by();
  let best = { ...search(whole), measure: whole };
  if (best.support.value >= LITTLE * best.support.pairs && best.support.pairs > 0) return best;
  for (const shift of SHIFTS) {
    const measure = by([], shift);
    const found = search(measure);
    if (found.likelihood > best.likelihood) best = { ...found, measure };
  }
  return best;
}

function between(
  chain: readonly Link[],
  links: readonly Link[],
  lefts: number,
  rights: number,
  weigh: Score,
  mayBe: Known['mayBe'],
): Found {
  const score = where(mayBe, weigh);
  if (links.length === 0) return searchRun(lefts, rights, score);
  const linkedLeft = new Set(links.map(({ left }) => left));
  const linkedRight = new Set(links.map(({ right }) => right));
  const beads: LikelyBead[] = [];
  let [left, right, likelihood, value, pairs] = [0, 0, 0, 0, 0];
  for (const link of [...chain, { left: lefts, right: rights }]) {
    const someLeft = free(left, link.left, linkedLeft);
    const someRight = free(right, link.right, linkedRight);
    const found = searchRun(someLeft.length, someRight.length, (i, a, j, b) => {
      const [from, to] = [someLeft[i] ?? 0, someRight[j] ?? 0];
      // A link that crosses the chain may stand in between: what is beside it is no run.
      const isRun = someLeft[i + a - 1] === from + a - 1 && someRight[j + b - 1] === to + b - 1;
      return isRun ? score(from, a, to, b) : Number.NEGATIVE_INFINITY;
    });
    likelihood += found.likelihood;
    value += found.support.value;
    pairs += found.support.pairs;
    for (const bead of found.beads) {
      beads.push({
        left: bead.left.map((index) => someLeft[index] ?? 0),
        right: bead.right.map((index) => someRight[index] ?? 0),
        probability: bead.probability,
      });
    }
    [left, right] = [Math.max(left, link.left + 1), Math.max(right, link.right + 1)];
  }
  for (const link of links) {
    value += weigh(link.left, 1, link.right, 1);
    pairs += 1;
  }
  return { beads: [...beads, ...given(links)], likelihood, support: { value, pairs } };
}

function free(start: number, end: number, linked: ReadonlySet<number>): number[] {
  const some: number[] = [];
  for (let index = start; index < end; index += 1) if (!linked.has(index)) some.push(index);
  return some;
}

function given(links: readonly Link[]): LikelyBead[] {
  return links.map(({ left, right }) => ({ left: [left], right: [right], probability: 1 }));
}
