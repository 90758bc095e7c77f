import { type Anchor, type AnchorKind, type Features, kindOf } from './anchors.ts';
import type { Score } from './search.ts';

/**
 * What is known of each kind of anchor: how often a translation keeps it, and how much it counts,
 * because anchors of a kind depend on each other.
 */
const KEPT: Readonly<Record<AnchorKind, Keeping>> = {
  entity: { kept: 0.85, weight: 0.8, lack: 0.8 },
  number: { kept: 0.8, weight: 1, lack: 0.25 },
  calendar: { kept: 0.8, weight: 0.9 },
  name: { kept: 0.4, weight: 0.4 },
  word: { kept: 0.4, weight: 0.5 },
  quotation: { kept: 0.85, weight: 0.6 },
  question: { kept: 0.85, weight: 0.6 },
  block: { kept: 0.96, weight: 1, lack: 1 },
};

interface Keeping {
  readonly kept: number;
  readonly weight: number;
  /** How much it counts that a whole text lacks it, where it would be recognised if it were there. */
  readonly lack?: number;
}

/** Weighs the anchors of runs of paragraphs; each anchor counts once, however often it comes. */
export function anchorScale(left: readonly Features[], right: readonly Features[]): Score {
  const table = anchorTable(left, right);
  // Runs of the left text by their number of paragraphs: one is weighed against many of the right.
  const runs = new Map<number, LeftRun>();
  const seen = new Int32Array(table.common.length);
  let round = 0;
  return (i, a, j, b) => {
    let run = runs.get(a);
    if (!run) {
      run = { start: -1, round: 0, seen: new Int32Array(table.common.length), value: 0 };
      runs.set(a, run);
    }
    if (run.start !== i) take(run, i, a, table);
    let { value } = run;
    round += 1;
    for (let k = j; k < j + b; k += 1) {
      for (const anchor of table.right[k] ?? NONE) {
        if (b > 1) {
          if (seen[anchor] === round) continue;
          seen[anchor] = round;
        }
        value += table.onlyRight[anchor] ?? 0;
        if (run.seen[anchor] === run.round) value += table.common[anchor] ?? 0;
      }
    }
    return value;
  };
}

const NONE = new Int32Array(0);

/** A run of the left text with its anchors at hand. */
interface LeftRun {
  start: number;
  /** What stands in `seen` for an anchor of this run. */
  round: number;
  readonly seen: Int32Array;
  /** What its anchors count if the other side has none of them. */
  value: number;
}

function take(run: LeftRun, start: number, count: number, table: AnchorTable): void {
  run.start = start;
  run.round += 1;
  run.value = 0;
  for (let k = start; k < start + count; k += 1) {
    for (const anchor of table.left[k] ?? NONE) {
      if (run.seen[anchor] === run.round) continue;
      run.seen[anchor] = run.round;
      run.value += table.onlyLeft[anchor] ?? 0;
    }
  }
}

/** The anchors that say something, as small numbers, with what each says for or against a bead. */
interface AnchorTable {
  readonly left: readonly Int32Array[];
  readonly right: readonly Int32Array[];
  /** What an anchor counts that only one side has. */
  readonly onlyLeft: Float64Array;
  readonly onlyRight: Float64Array;
  /** What is added where both sides have it. */
  readonly common: Float64Array;
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
    if (isInBoth || KEPT[kindOf(anchor)].lack !== undefined) numbers.set(anchor, numbers.size);
  }

  const [common, onlyLeft, onlyRight] = [0, 1, 2].map(() => new Float64Array(numbers.size));
  if (!common || !onlyLeft || !onlyRight) throw new RangeError('Three tables were made.');
  for (const [anchor, number] of numbers) {
    const { kept, weight, lack = 0 } = KEPT[kindOf(anchor)];
    const shareOfLeft = shareOf(inLeft.get(anchor), left.length);
    const shareOfRight = shareOf(inRight.get(anchor), right.length);
    const against = inLeft.has(anchor) && inRight.has(anchor) ? weight : lack;
    const lacking = (share: number) => against * Math.min(0, Math.log((1 - kept) / (1 - share)));
    const both = weight * Math.max(0, Math.log(kept / Math.sqrt(shareOfLeft * shareOfRight)));
    onlyLeft[number] = lacking(shareOfRight);
    onlyRight[number] = lacking(shareOfLeft);
    common[number] = both - lacking(shareOfRight) - lacking(shareOfLeft);
  }
  const numbersIn = (features: readonly Features[]): Int32Array[] =>
    features.map(({ anchors }) =>
      Int32Array.from(anchors.flatMap((anchor) => numbers.get(anchor) ?? [])),
    );
  return { left: numbersIn(left), right: numbersIn(right), onlyLeft, onlyRight, common };
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
