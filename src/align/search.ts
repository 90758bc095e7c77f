import type { LikelyBead } from './bead.ts';

/** Shapes of beads: how many paragraphs of the left text render how many of the right one. */
interface Shape {
  readonly left: number;
  readonly right: number;
  /** The logarithm of how often it comes. */
  readonly cost: number;
}

/** Those with two sides first. */
const SHAPES: readonly Shape[] = [
  { left: 1, right: 1, share: 0.86 },
  { left: 2, right: 1, share: 0.02 },
  { left: 1, right: 2, share: 0.02 },
  { left: 2, right: 2, share: 0.004 },
  { left: 3, right: 1, share: 0.004 },
  { left: 1, right: 3, share: 0.004 },
  { left: 4, right: 1, share: 0.001 },
  { left: 1, right: 4, share: 0.001 },
  { left: 1, right: 0, share: 0.04 },
  { left: 0, right: 1, share: 0.04 },
  // An excerpt leaves out many paragraphs together: a run of them is likelier than as many single ones.
  ...[4, 8, 16, 32].flatMap((run) => [
    { left: run, right: 0, share: 0.0004 / run },
    { left: 0, right: run, share: 0.0004 / run },
  ]),
].map(({ left, right, share }) => ({ left, right, cost: Math.log(share) }));

/** The same, as tables: they are gone through for every cell. */
const COUNT = SHAPES.length;
const TWO_SIDED = SHAPES.findIndex(({ left, right }) => left === 0 || right === 0);
const LEFTS = Int32Array.from(SHAPES, ({ left }) => left);
const RIGHTS = Int32Array.from(SHAPES, ({ right }) => right);
const COSTS = Float64Array.from(SHAPES, ({ cost }) => cost);

/** So many paragraphs one side of a bead has at most, if the other has any. */
export const LONGEST_RUN = Math.max(
  ...SHAPES.slice(0, TWO_SIDED).flatMap(({ left, right }) => [left, right]),
);

/** What a search found. */
export interface Path {
  readonly beads: readonly LikelyBead[];
  /** How likely the two runs are, over all paths, as a natural logarithm. */
  readonly likelihood: number;
  readonly support: Support;
}

/** What speaks for two texts rendering each other at all. */
export interface Support {
  /** Over all pairs of paragraphs that were found, as a natural logarithm. */
  readonly value: number;
  readonly pairs: number;
}

/** What speaks for a bead: the positions of its first paragraphs, and how many there are. */
export type Score = (left: number, lefts: number, right: number, rights: number) => number;

/**
 * The most likely sequence of beads over two runs of paragraphs, each with its posterior probability
 * (forward–backward). A score of −∞ forbids a bead; beads of one paragraph alone are always allowed.
 *
 * Long texts are searched in a band around the diagonal, which is widened until the path keeps clear
 * of its edges: time and memory grow with the length of the texts, not with its square.
 *
 * Source of the dynamic programme over shapes: W. Gale and K. Church, “A program for aligning
 * sentences in bilingual corpora” (1993).
 */
export function search(lefts: number, rights: number, score: Score): Path {
  for (let half = 48; ; half *= 4) {
    const band = bandOf(lefts, rights, half);
    const path = searchIn(band, lefts, rights, score);
    if (band.isWhole || keepsClear(path.beads, band, lefts, rights)) return path;
  }
}

/** For each position in the left text, the positions in the right one that are looked at. */
interface Band {
  readonly width: number;
  readonly isWhole: boolean;
  readonly starts: Int32Array;
}

/** Up to so many cells the whole table is searched. */
const SMALL = 40_000;

function bandOf(lefts: number, rights: number, half: number): Band {
  const isWhole = 2 * half >= rights || (lefts + 1) * (rights + 1) <= SMALL;
  const starts = new Int32Array(lefts + 1);
  if (isWhole) return { width: rights + 1, isWhole, starts };
  const slope = lefts === 0 ? 0 : rights / lefts;
  const last = rights - 2 * half;
  for (let left = 0; left <= lefts; left += 1) {
    starts[left] = Math.max(0, Math.min(Math.round(left * slope) - half, last));
  }
  return { width: 2 * half + 1, isWhole, starts };
}

/** How near to the edge of the band a path may come before more is looked at. */
const MARGIN = 6;

function keepsClear(
  beads: readonly LikelyBead[],
  band: Band,
  lefts: number,
  rights: number,
): boolean {
  let [left, right] = [0, 0];
  return beads.every((bead) => {
    left += bead.left.length;
    right += bead.right.length;
    const start = band.starts[left] ?? 0;
    const isNearStart = start > 0 && right - start < MARGIN;
    const end = start + band.width;
    const isNearEnd = end <= rights && end - right <= MARGIN;
    return left >= lefts || !(isNearStart || isNearEnd);
  });
}

const NEVER = Number.NEGATIVE_INFINITY;
/** What is by so much less likely, as a natural logarithm, does not change a sum. */
const NEGLIGIBLE = -40;

function searchIn(band: Band, lefts: number, rights: number, score: Score): Path {
  const { width, starts } = band;
  const size = (lefts + 1) * width;
  const best = new Float64Array(size).fill(NEVER);
  const forward = new Float64Array(size).fill(NEVER);
  const shapes = new Int8Array(size).fill(-1);
  const scores = new Float64Array(size * TWO_SIDED);
  const at = (left: number, right: number): number => left * width + right - (starts[left] ?? 0);
  best[at(0, 0)] = 0;
  forward[at(0, 0)] = 0;
  const sums = new Float64Array(COUNT);

  for (let i = 0; i <= lefts; i += 1) {
    const start = starts[i] ?? 0;
    for (let j = start; j < start + width && j <= rights; j += 1) {
      const here = i * width + j - start;
      let greatest = forward[here] ?? NEVER;
      let bestHere = best[here] ?? NEVER;
      let shape = -1;
      let found = 0;
      for (let index = 0; index < COUNT; index += 1) {
        const left = LEFTS[index] ?? 0;
        const right = RIGHTS[index] ?? 0;
        if (index < TWO_SIDED) scores[here * TWO_SIDED + index] = NEVER;
        if (left > i || right > j) continue;
        const offset = j - right - (starts[i - left] ?? 0);
        if (offset < 0 || offset >= width) continue;
        const from = (i - left) * width + offset;
        const bestFrom = best[from] ?? NEVER;
        if (bestFrom === NEVER) continue;
        let value = COSTS[index] ?? 0;
        if (index < TWO_SIDED) {
          value += score(i - left, left, j - right, right);
          if (value === NEVER) continue;
          scores[here * TWO_SIDED + index] = value;
        }
        const path = bestFrom + value;
        if (path > bestHere) {
          bestHere = path;
          shape = index;
        }
        const sum = (forward[from] ?? 0) + value;
        sums[found] = sum;
        found += 1;
        if (sum > greatest) greatest = sum;
      }
      if (shape < 0) continue;
      best[here] = bestHere;
      shapes[here] = shape;
      forward[here] = logSum(sums, found, greatest);
    }
  }

  const backward = backwards(band, lefts, rights, scores);
  const total = forward[at(lefts, rights)] ?? 0;
  const beads: LikelyBead[] = [];
  let [supporting, pairs] = [0, 0];
  for (let [i, j] = [lefts, rights]; i > 0 || j > 0;) {
    const here = at(i, j);
    const index = shapes[here] ?? -1;
    const { left, right, cost } = shapeAt(index);
    const from = at(i - left, j - right);
    const value = index < TWO_SIDED ? (scores[here * TWO_SIDED + index] ?? 0) : cost;
    if (index < TWO_SIDED) {
      supporting += value - cost;
      pairs += 1;
    }
    const log = (forward[from] ?? 0) + value + (backward[here] ?? 0) - total;
    beads.push({
      left: range(i - left, left),
      right: range(j - right, right),
      probability: Math.min(1, Math.exp(log)),
    });
    i -= left;
    j -= right;
  }
  return { beads: beads.reverse(), likelihood: total, support: { value: supporting, pairs } };
}

/** For each cell, how likely everything behind it is. */
function backwards(band: Band, lefts: number, rights: number, scores: Float64Array): Float64Array {
  const { width, starts } = band;
  const backward = new Float64Array((lefts + 1) * width).fill(NEVER);
  const sums = new Float64Array(COUNT);
  backward[lefts * width + rights - (starts[lefts] ?? 0)] = 0;
  for (let i = lefts; i >= 0; i -= 1) {
    const start = starts[i] ?? 0;
    for (let j = Math.min(start + width - 1, rights); j >= start; j -= 1) {
      let greatest = NEVER;
      let found = 0;
      for (let index = 0; index < COUNT; index += 1) {
        const left = LEFTS[index] ?? 0;
        const right = RIGHTS[index] ?? 0;
        if (i + left > lefts || j + right > rights) continue;
        const offset = j + right - (starts[i + left] ?? 0);
        if (offset < 0 || offset >= width) continue;
        const to = (i + left) * width + offset;
        const value =
          index < TWO_SIDED ? (scores[to * TWO_SIDED + index] ?? 0) : (COSTS[index] ?? 0);
        const sum = (backward[to] ?? 0) + value;
        if (sum === NEVER) continue;
        sums[found] = sum;
        found += 1;
        if (sum > greatest) greatest = sum;
      }
      if (found > 0) backward[i * width + j - start] = logSum(sums, found, greatest);
    }
  }
  return backward;
}

/** The logarithm of a sum of which the logarithms of the parts are known, and the greatest of them. */
function logSum(logs: Float64Array, count: number, greatest: number): number {
  if (count === 1) return greatest;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const log = (logs[index] ?? NEVER) - greatest;
    if (log > NEGLIGIBLE) total += Math.exp(log);
  }
  return greatest + Math.log(total);
}

function shapeAt(index: number): Shape {
  const shape = SHAPES[index];
  if (!shape) throw new RangeError(`There is no shape ${String(index)}.`);
  return shape;
}

function range(start: number, length: number): number[] {
  const positions: number[] = [];
  for (let index = start; index < start + length; index += 1) positions.push(index);
  return positions;
}
