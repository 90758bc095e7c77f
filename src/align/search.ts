import type { LikelyBead } from './bead.ts';

/** Shapes of beads: how many paragraphs of the left text render how many of the right one. */
interface Shape {
  readonly left: number;
  readonly right: number;
  /** The logarithm of how often it comes. */
  readonly cost: number;
}

const SHAPES: readonly Shape[] = [
  { left: 1, right: 1, share: 0.86 },
  { left: 1, right: 0, share: 0.04 },
  { left: 0, right: 1, share: 0.04 },
  { left: 2, right: 1, share: 0.02 },
  { left: 1, right: 2, share: 0.02 },
  { left: 2, right: 2, share: 0.004 },
  { left: 3, right: 1, share: 0.004 },
  { left: 1, right: 3, share: 0.004 },
  { left: 4, right: 1, share: 0.001 },
  { left: 1, right: 4, share: 0.001 },
  // An excerpt leaves out many paragraphs together: a run of them is likelier than as many single ones.
  ...[4, 8, 16, 32].flatMap((run) => [
    { left: run, right: 0, share: 0.0004 / run },
    { left: 0, right: run, share: 0.0004 / run },
  ]),
].map(({ left, right, share }) => ({ left, right, cost: Math.log(share) }));

/** The same, as tables: they are gone through for every cell. */
const COUNT = SHAPES.length;
const LEFTS = Int32Array.from(SHAPES, ({ left }) => left);
const RIGHTS = Int32Array.from(SHAPES, ({ right }) => right);
const COSTS = Float64Array.from(SHAPES, ({ cost }) => cost);

/** So many paragraphs one side of a bead has at most, if the other has any. */
export const LONGEST_RUN = Math.max(
  ...SHAPES.flatMap(({ left, right }) => (left > 0 && right > 0 ? [left, right] : [])),
);

/** What a search found. */
export interface Path {
  readonly beads: readonly LikelyBead[];
  /** How likely the two runs are, over all paths, as a natural logarithm. */
  readonly likelihood: number;
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
  readonly start: (left: number) => number;
}

/** Up to so many cells the whole table is searched. */
const SMALL = 40_000;

function bandOf(lefts: number, rights: number, half: number): Band {
  const isWhole = 2 * half >= rights || (lefts + 1) * (rights + 1) <= SMALL;
  if (isWhole) return { width: rights + 1, isWhole, start: () => 0 };
  const slope = lefts === 0 ? 0 : rights / lefts;
  const last = rights - 2 * half;
  const start = (left: number): number =>
    Math.max(0, Math.min(Math.round(left * slope) - half, last));
  return { width: 2 * half + 1, isWhole, start };
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
    const start = band.start(left);
    const isNearStart = start > 0 && right - start < MARGIN;
    const end = start + band.width;
    const isNearEnd = end <= rights && end - right <= MARGIN;
    return left >= lefts || !(isNearStart || isNearEnd);
  });
}

const NEVER = Number.NEGATIVE_INFINITY;

function searchIn(band: Band, lefts: number, rights: number, score: Score): Path {
  const { width, isWhole } = band;
  const size = (lefts + 1) * width;
  const best = new Float64Array(size).fill(NEVER);
  const forward = new Float64Array(size).fill(NEVER);
  const shapes = new Int8Array(size).fill(-1);
  const scores = new Float64Array(size * COUNT).fill(NEVER);
  const at = (left: number, right: number): number => {
    const offset = right - band.start(left);
    return offset < 0 || offset >= width ? -1 : left * width + offset;
  };
  best[at(0, 0)] = 0;
  forward[at(0, 0)] = 0;
  const sums = new Float64Array(COUNT);

  for (let i = 0; i <= lefts; i += 1) {
    const start = band.start(i);
    for (let j = start; j < start + width && j <= rights; j += 1) {
      const here = i * width + j - start;
      let greatest = forward[here] ?? NEVER;
      let found = 0;
      for (let index = 0; index < COUNT; index += 1) {
        const left = LEFTS[index] ?? 0;
        const right = RIGHTS[index] ?? 0;
        if (left > i || right > j) continue;
        const from = isWhole ? here - left * width - right : at(i - left, j - right);
        if (from < 0 || best[from] === NEVER) continue;
        const value =
          (COSTS[index] ?? 0) +
          (left > 0 && right > 0 ? score(i - left, left, j - right, right) : 0);
        if (value === NEVER) continue;
        scores[here * COUNT + index] = value;
        const path = (best[from] ?? 0) + value;
        if (path > (best[here] ?? 0)) {
          best[here] = path;
          shapes[here] = index;
        }
        const sum = (forward[from] ?? 0) + value;
        sums[found] = sum;
        found += 1;
        if (sum > greatest) greatest = sum;
      }
      if (greatest === NEVER || (i === 0 && j === 0)) continue;
      let total = 0;
      for (let index = 0; index < found; index += 1) {
        total += Math.exp((sums[index] ?? NEVER) - greatest);
      }
      forward[here] = greatest + Math.log(total);
    }
  }

  const end = at(lefts, rights);
  const backward = backwards(band, lefts, rights, scores, at);
  const total = forward[end] ?? 0;
  const beads: LikelyBead[] = [];
  for (let [i, j] = [lefts, rights]; i > 0 || j > 0;) {
    const here = at(i, j);
    const index = shapes[here] ?? -1;
    const { left, right } = shapeAt(index);
    const from = at(i - left, j - right);
    const value = scores[here * COUNT + index] ?? 0;
    const log = (forward[from] ?? 0) + value + (backward[here] ?? 0) - total;
    beads.push({
      left: range(i - left, left),
      right: range(j - right, right),
      probability: Math.min(1, Math.exp(log)),
    });
    i -= left;
    j -= right;
  }
  return { beads: beads.reverse(), likelihood: total };
}

/** For each cell, how likely everything behind it is. */
function backwards(
  band: Band,
  lefts: number,
  rights: number,
  scores: Float64Array,
  at: (left: number, right: number) => number,
): Float64Array {
  const { width, isWhole } = band;
  const backward = new Float64Array((lefts + 1) * width).fill(NEVER);
  const sums = new Float64Array(COUNT);
  backward[at(lefts, rights)] = 0;
  for (let i = lefts; i >= 0; i -= 1) {
    const start = band.start(i);
    for (let j = Math.min(start + width - 1, rights); j >= start; j -= 1) {
      const here = i * width + j - start;
      let greatest = NEVER;
      let found = 0;
      for (let index = 0; index < COUNT; index += 1) {
        const left = LEFTS[index] ?? 0;
        const right = RIGHTS[index] ?? 0;
        if (i + left > lefts || j + right > rights) continue;
        const to = isWhole ? here + left * width + right : at(i + left, j + right);
        if (to < 0) continue;
        const sum = (backward[to] ?? 0) + (scores[to * COUNT + index] ?? 0);
        if (sum === NEVER) continue;
        sums[found] = sum;
        found += 1;
        if (sum > greatest) greatest = sum;
      }
      if (greatest === NEVER) continue;
      let total = 0;
      for (let index = 0; index < found; index += 1) {
        total += Math.exp((sums[index] ?? NEVER) - greatest);
      }
      backward[here] = greatest + Math.log(total);
    }
  }
  return backward;
}

function shapeAt(index: number): Shape {
  const shape = SHAPES[index];
  if (!shape) throw new RangeError(`There is no shape ${String(index)}.`);
  return shape;
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, index) => start + index);
}
