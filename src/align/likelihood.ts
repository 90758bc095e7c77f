import { anchorScale } from './anchor-scale.ts';
import type { Anchor, Features } from './anchors.ts';
import type { LikelyBead } from './bead.ts';

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
 * Measures two texts against each other.
 *
 * @param found what is thought to match, from which the ratio of lengths is taken; without it, it is
 *   that of the whole texts
 */
export function likelihoods(
  left: readonly Features[],
  right: readonly Features[],
  found: readonly LikelyBead[] = [],
): Likelihoods {
  const [leftSums, rightSums] = [sums(left), sums(right)];
  const ratio = logRatio(left, right, found);
  const background = backgroundOf(right);
  const weigh = anchorScale(left, right);

  const lengths = (i: number, a: number, j: number, b: number) => {
    const l = (leftSums[i + a] ?? 0) - (leftSums[i] ?? 0) + SOME;
    const r = (rightSums[j + b] ?? 0) - (rightSums[j] ?? 0) + SOME;
    const deviation = Math.log(r / l) - ratio;
    const sd = Math.sqrt(SPREAD ** 2 + SPREAD_PER_LETTER / Math.min(l, r));
    return { l, r, z: deviation / sd, sd };
  };

  return {
    ratio,
    of: (i, a, j, b) => {
      if (a === 0 || b === 0) return 0;
      const { r, z, sd } = lengths(i, a, j, b);
      if (a + b > 2 && Math.abs(z) > FARTHEST) return Number.NEGATIVE_INFINITY;
      // Where one paragraph became several, each way to divide it is as likely as another.
      let value = logStudent(z) - Math.log(sd) - b * Math.log(r);
      for (let k = j; k < j + b; k += 1) {
        const length = (right[k]?.length ?? 0) + SOME;
        value -= background(length);
      }
      return value + weigh(i, a, j, b);
    },
    stretch: (i, a, j, b) => (a === 0 || b === 0 ? 0 : lengths(i, a, j, b).z),
    shared: (i, a, j, b) => {
      const l = union(left, i, a);
      return [...union(right, j, b)].filter((anchor) => l.has(anchor));
    },
  };
}

function union(features: readonly Features[], start: number, count: number): Set<Anchor> {
  const all = new Set<Anchor>();
  for (let k = start; k < start + count; k += 1) {
    for (const anchor of features[k]?.anchors ?? []) all.add(anchor);
  }
  return all;
}

function sums(features: readonly Features[]): Float64Array {
  const result = new Float64Array(features.length + 1);
  for (const [index, { length }] of features.entries()) {
    result[index + 1] = (result[index] ?? 0) + length;
  }
  return result;
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
  return (median * ratios.length + whole * 2) / (ratios.length + 2);
}

/** How likely a paragraph of a length is in a text, whatever it renders: log-normal. */
function backgroundOf(features: readonly Features[]): (length: number) => number {
  const logs = features.map(({ length }) => Math.log(length + SOME));
  const mean = logs.reduce((sum, value) => sum + value, 0) / Math.max(1, logs.length);
  const variance =
    logs.reduce((sum, value) => sum + (value - mean) ** 2, 0.25) / Math.max(1, logs.length);
  const sd = Math.max(0.3, Math.sqrt(variance));
  return (length) => {
    const z = (Math.log(length) - mean) / sd;
    return -(z * z) / 2 - Math.log(sd) - HALF_LOG_TWO_PI - Math.log(length);
  };
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
/** log of Γ((ν+1)/2) / (√(νπ) Γ(ν/2)) for ν = 4, which is 3/8. */
const STUDENT = Math.log(3 / 8);

function logStudent(z: number): number {
  return STUDENT - ((FREEDOM + 1) / 2) * Math.log1p((z * z) / FREEDOM);
}
