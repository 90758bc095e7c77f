import { anchorScale } from './anchor-scale.ts';
import type { Anchor, Features } from './anchors.ts';
import type { LikelyBead } from './bead.ts';
import { LONGEST_RUN } from './search.ts';

/** Two texts, measured against each other. */
export interface Likelihoods {
  /** How much longer the right text is than the left one where they match, as a natural logarithm. */
  readonly ratio: number;
  /**
   * How much more likely some paragraphs are if they render each other than if they do not, as a
   * natural logarithm: −∞ where that need not be thought of, 0 for a side that is empty.
   */
  readonly of: (left: number, lefts: number, right: number, rights: number) => number;
  /** How far the lengths of two runs are from rendering each other, in standard deviations. */
  readonly stretch: (left: number, lefts: number, right: number, rights: number) => number;
  /** What two runs have in common that survives translation. */
  readonly shared: (left: number, lefts: number, right: number, rights: number) => Anchor[];
}

/** Of the logarithm of the ratio of two lengths: what translations differ by, and what few letters do. */
const SPREAD = 0.16;
const SPREAD_PER_LETTER = 4;
/** Added to each length, so that nothing is infinitely far from a paragraph of one word. */
const SOME = 5;
/** Several paragraphs whose lengths differ by more standard deviations are not looked at. */
const FARTHEST = 4.5;
/** Degrees of freedom of Student’s t: free translations are far from the mean more often than chance. */
const FREEDOM = 4;

/**
 * Measures two texts against each other, by the ratio of lengths where they match.
 *
 * @param found what is thought to match, from which that ratio is taken; without it, it is that of
 *   the whole texts
 * @param shift added to that ratio, where it may be wrong
 */
export type Yardstick = (found?: readonly LikelyBead[], shift?: number) => Likelihoods;

/** Prepares two texts to be measured against each other: what does not depend on any ratio. */
export function yardstick(left: readonly Features[], right: readonly Features[]): Yardstick {
  const [leftRuns, rightRuns] = [runsOf(left), runsOf(right)];
  const background = runningSums(right.map(backgroundOf(right)));
  const weigh = anchorScale(left, right);
  const variance = (i: number, a: number, j: number, b: number): number =>
    SPREAD ** 2 + SPREAD_PER_LETTER * Math.max(leftRuns.inverse(i, a), rightRuns.inverse(j, b));

  return (found = [], shift = 0) => {
    const ratio = logRatio(left, right, found) + shift;
    return {
      ratio,
      of: (i, a, j, b) => {
        if (a === 0 || b === 0) return 0;
        const log = rightRuns.log(j, b);
        const deviation = log - leftRuns.log(i, a) - ratio;
        const spread = variance(i, a, j, b);
        const square = (deviation * deviation) / spread;
        if (a + b > 2 && square > FARTHEST ** 2) return Number.NEGATIVE_INFINITY;
        const byChance = (background[j + b] ?? 0) - (background[j] ?? 0);
        // Where one paragraph became several, each way to divide it is as likely as another.
        const lengths = logStudent(square) - Math.log(spread) / 2 - b * log - byChance;
        return lengths + weigh(i, a, j, b);
      },
      stretch: (i, a, j, b) => {
        if (a === 0 || b === 0) return 0;
        const deviation = rightRuns.log(j, b) - leftRuns.log(i, a) - ratio;
        return deviation / Math.sqrt(variance(i, a, j, b));
      },
      shared: (i, a, j, b) => {
        const l = union(left, i, a);
        return [...union(right, j, b)].filter((anchor) => l.has(anchor));
      },
    };
  };
}

function union(features: readonly Features[], start: number, count: number): Set<Anchor> {
  const all = new Set<Anchor>();
  for (let k = start; k < start + count; k += 1) {
    for (const anchor of features[k]?.anchors ?? []) all.add(anchor);
  }
  return all;
}

/** The logarithms of the lengths of runs of paragraphs and their inverses, which are asked for again and again. */
function runsOf(features: readonly Features[]) {
  const sums = runningSums(features.map(({ length }) => length));
  const stride = features.length;
  const logs = new Float64Array((LONGEST_RUN + 1) * stride);
  const inverses = new Float64Array((LONGEST_RUN + 1) * stride);
  for (let count = 1; count <= LONGEST_RUN; count += 1) {
    for (let start = 0; start + count <= stride; start += 1) {
      const length = (sums[start + count] ?? 0) - (sums[start] ?? 0) + SOME;
      logs[count * stride + start] = Math.log(length);
      inverses[count * stride + start] = 1 / length;
    }
  }
  return {
    log: (start: number, count: number) => logs[count * stride + start] ?? 0,
    inverse: (start: number, count: number) => inverses[count * stride + start] ?? 0,
  };
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (const [index, value] of values.entries()) sums[index + 1] = (sums[index] ?? 0) + value;
  return sums;
}

/** The median of the logarithms of the ratios of what matches, drawn towards that of the whole. */
function logRatio(
  left: readonly Features[],
  right: readonly Features[],
  found: readonly LikelyBead[],
): number {
  const total = (features: readonly Features[]) =>
    features.reduce((sum, { length }) => sum + length, SOME);
  const whole = Math.max(-1.5, Math.min(1.5, Math.log(total(right) / total(left))));
  const ratios = found
    .filter((bead) => bead.left.length === 1 && bead.right.length === 1 && bead.probability > 0.5)
    .map((bead) => {
      const l = left[bead.left[0] ?? 0]?.length ?? 0;
      const r = right[bead.right[0] ?? 0]?.length ?? 0;
      return Math.log((r + SOME) / (l + SOME));
    })
    .sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)];
  if (median === undefined) return whole;
  // Where much of a text has no counterpart, the whole texts say little about what matches.
  const weight = 2 * Math.min(1, (2 * ratios.length) / (left.length + right.length));
  return (median * ratios.length + whole * weight) / (ratios.length + weight);
}

/** How likely a paragraph of a length is in a text, whatever it renders: log-normal. */
function backgroundOf(features: readonly Features[]): (paragraph: Features) => number {
  const logs = features.map(({ length }) => Math.log(length + SOME));
  const mean = logs.reduce((sum, value) => sum + value, 0) / Math.max(1, logs.length);
  const variance =
    logs.reduce((sum, value) => sum + (value - mean) ** 2, 0.25) / Math.max(1, logs.length);
  const sd = Math.max(0.3, Math.sqrt(variance));
  return ({ length }) => {
    const log = Math.log(length + SOME);
    const z = (log - mean) / sd;
    return -(z * z) / 2 - Math.log(sd) - HALF_LOG_TWO_PI - log;
  };
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** log of Γ((ν+1)/2) / (√(νπ) Γ(ν/2)) for ν = 4, which is 3/8. */
const STUDENT = Math.log(3 / 8);

function logStudent(square: number): number {
  return STUDENT - ((FREEDOM + 1) / 2) * Math.log1p(square / FREEDOM);
}
