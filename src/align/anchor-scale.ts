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
  const { onlyRight, common } = table;
  // Runs of the left text by their number of paragraphs: one is weighed against many of the right.
  const runs: (LeftRun | undefined)[] = [];
  const seen = new Int32Array(common.length);
  let round = 0;
  const weigh: Score = (i, a, j, b) => {
    const run = (runs[a] ??= {
      ...{ start: -1, round: 0, value: 0 },
      seen: new Int32Array(common.length),
    });
    if (run.start !== i) take(run, i, a, table);
    let { value } = run;
    round += 1;
    for (let k = j; k < j + b; k += 1) {
      for (const anchor of table.right[k] ?? NONE) {
        if (b > 1) {
          if (seen[anchor] === round) continue;
          seen[anchor] = round;
        }
        value += onlyRight[anchor] ?? 0;
        if (run.seen[anchor] === run.round) value += common[anchor] ?? 0;
      }
    }
    return value;
  };
  const rights = right.length;
  if (left.length * rights > MOST_REMEMBERED) return weigh;
  // Texts are searched two or three times, by other ratios of lengths and the same anchors.
  const known = new Float64Array(left.length * rights).fill(Number.NaN);
  return (i, a, j, b) => {
    if (a !== 1 || b !== 1) return weigh(i, a, j, b);
    const value = known[i * rights + j] ?? Number.NaN;
    return Number.isNaN(value) ? (known[i * rights + j] = weigh(i, 1, j, 1)) : value;
  };
}

/** Up to so many pairs of paragraphs what was weighed is kept: 80 KB. */
const MOST_REMEMBERED = 10_000;

const NONE: readonly number[] = [];

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
  readonly left: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
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
  const numbers = new Map<Anchor, number>();
  const [lefts, rights] = [numbered(left, numbers), numbered(right, numbers)];
  const size = numbers.size;
  const [inLeft, inRight] = [counts(lefts, size), counts(rights, size)];
  const onlyLeft = new Float64Array(size);
  const onlyRight = new Float64Array(size);
  const common = new Float64Array(size);
  const speaks = new Uint8Array(size);
  for (const [anchor, number] of numbers) {
    const { kept, weight, lack } = KEPT[kindOf(anchor)];
    const [countLeft, countRight] = [inLeft[number] ?? 0, inRight[number] ?? 0];
    const isInBoth = countLeft > 0 && countRight > 0;
    if (!isInBoth && lack === undefined) continue;
    speaks[number] = 1;
    const shareOfLeft = shareOf(countLeft, left.length);
    const shareOfRight = shareOf(countRight, right.length);
    const against = isInBoth ? weight : (lack ?? 0);
    const lacking = (share: number) => against * Math.min(0, Math.log((1 - kept) / (1 - share)));
    const both = weight * Math.max(0, Math.log(kept / Math.sqrt(shareOfLeft * shareOfRight)));
    onlyLeft[number] = lacking(shareOfRight);
    onlyRight[number] = lacking(shareOfLeft);
    common[number] = both - lacking(shareOfRight) - lacking(shareOfLeft);
  }
  const telling = (paragraphs: readonly (readonly number[])[]) =>
    paragraphs.map((anchors) => anchors.filter((number) => speaks[number] === 1));
  return { left: telling(lefts), right: telling(rights), onlyLeft, onlyRight, common };
}

/** The anchors of each paragraph as small numbers, those that are new to the table added to it. */
function numbered(features: readonly Features[], numbers: Map<Anchor, number>): number[][] {
  return features.map(({ anchors }) =>
    anchors.map((anchor) => {
      let number = numbers.get(anchor);
      if (number === undefined) numbers.set(anchor, (number = numbers.size));
      return number;
    }),
  );
}

/** The share of paragraphs that have an anchor; never none and never all. */
function shareOf(count: number, paragraphs: number): number {
  return (count + 0.5) / (paragraphs + 1);
}

function counts(paragraphs: readonly (readonly number[])[], size: number): Int32Array {
  const result = new Int32Array(size);
  for (const numbers of paragraphs) {
    for (const number of numbers) result[number] = (result[number] ?? 0) + 1;
  }
  return result;
}
