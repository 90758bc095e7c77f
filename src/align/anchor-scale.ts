import { type Anchor, type AnchorKind, type Features, kindOf } from './anchors.ts';
import type { Score } from './search.ts';

/**
 * What is known of each kind of anchor: how often a translation keeps it, and how much it counts,
 * because anchors of a kind depend on each other.
 */
const KEPT: Readonly<Record<AnchorKind, Keeping>> = {
  entity: { kept: 0.85, weight: 0.8, isSeenIfThere: true },
  number: { kept: 0.8, weight: 1 },
  calendar: { kept: 0.8, weight: 0.9 },
  name: { kept: 0.4, weight: 0.4 },
  word: { kept: 0.4, weight: 0.5 },
  quotation: { kept: 0.85, weight: 0.6 },
  question: { kept: 0.85, weight: 0.6 },
  block: { kept: 0.96, weight: 1, isSeenIfThere: true },
};

interface Keeping {
  readonly kept: number;
  readonly weight: number;
  /** Whether it would be recognised wherever it is, so that its lack in a whole text says something. */
  readonly isSeenIfThere?: boolean;
}

/** Weighs the anchors of runs of paragraphs; each anchor counts once, however often it comes. */
export function anchorScale(left: readonly Features[], right: readonly Features[]): Score {
  const table = anchorTable(left, right);
  // Which side of which weighing an anchor was seen on last: no set is made for a bead.
  const seen = new Int32Array(table.both.length);
  let round = 0;
  return (i, a, j, b) => {
    round += 3;
    let value = 0;
    for (let k = i; k < i + a; k += 1) {
      for (const anchor of table.left[k] ?? []) {
        if (seen[anchor] === round) continue;
        seen[anchor] = round;
        value += table.onlyLeft[anchor] ?? 0;
      }
    }
    for (let k = j; k < j + b; k += 1) {
      for (const anchor of table.right[k] ?? []) {
        if (seen[anchor] === round) {
          seen[anchor] = round + 1;
          value += (table.both[anchor] ?? 0) - (table.onlyLeft[anchor] ?? 0);
        } else if ((seen[anchor] ?? 0) < round) {
          seen[anchor] = round + 2;
          value += table.onlyRight[anchor] ?? 0;
        }
      }
    }
    return value;
  };
}

/** The anchors that say something, as small numbers, with what each says for or against a bead. */
interface AnchorTable {
  readonly left: readonly Int32Array[];
  readonly right: readonly Int32Array[];
  /** What an anchor counts that both sides have, or only the left, or only the right. */
  readonly both: Float64Array;
  readonly onlyLeft: Float64Array;
  readonly onlyRight: Float64Array;
}

/**
 * An anchor that both sides have is as much more likely as it is kept more often than met by chance;
 * one that only one side has speaks against, if translations use to keep it.
 */
function anchorTable(left: readonly Features[], right: readonly Features[]): AnchorTable {
  const [inLeft, inRight] = [counts(left), counts(right)];
  const numbers = new Map<Anchor, number>();
  for (const anchor of new Set([...inLeft.keys(), ...inRight.keys()])) {
    const isInBoth = inLeft.has(anchor) && inRight.has(anchor);
    if (isInBoth || KEPT[kindOf(anchor)].isSeenIfThere) numbers.set(anchor, numbers.size);
  }

  const [both, onlyLeft, onlyRight] = [0, 1, 2].map(() => new Float64Array(numbers.size));
  if (!both || !onlyLeft || !onlyRight) throw new RangeError('Three tables were made.');
  for (const [anchor, number] of numbers) {
    const { kept, weight } = KEPT[kindOf(anchor)];
    const shareOfLeft = shareOf(inLeft.get(anchor), left.length);
    const shareOfRight = shareOf(inRight.get(anchor), right.length);
    both[number] = weight * Math.max(0, Math.log(kept / Math.sqrt(shareOfLeft * shareOfRight)));
    onlyLeft[number] = weight * Math.min(0, Math.log((1 - kept) / (1 - shareOfRight)));
    onlyRight[number] = weight * Math.min(0, Math.log((1 - kept) / (1 - shareOfLeft)));
  }
  const numbersIn = (features: readonly Features[]): Int32Array[] =>
    features.map(({ anchors }) =>
      Int32Array.from(anchors.flatMap((anchor) => numbers.get(anchor) ?? [])),
    );
  return { left: numbersIn(left), right: numbersIn(right), both, onlyLeft, onlyRight };
}

/** The share of paragraphs that have an anchor; never none and never all. */
function shareOf(count = 0, paragraphs: number): number {
  return (count + 0.5) / (paragraphs + 1);
}

function counts(features: readonly Features[]): Map<Anchor, number> {
  const result = new Map<Anchor, number>();
  for (const { anchors } of features) {
    for (const anchor of anchors) result.set(anchor, (result.get(anchor) ?? 0) + 1);
  }
  return result;
}
