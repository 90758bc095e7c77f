/** Texts that were found, by their rows in the table. Places are made out only for those that are shown. */
export interface FoundTexts {
  /** How well each fits. */
  readonly scores: ReadonlyMap<number, number>;
  /** The places of a text’s indexed copy that were found; none for a text that was not. */
  readonly places: (row: number) => readonly number[];
}

export const NOTHING: FoundTexts = { scores: new Map(), places: () => [] };

/** The texts that were found in any way: the best score counts, and all places. */
export function anyOf(ways: readonly FoundTexts[]): FoundTexts {
  const some = ways.filter(({ scores }) => scores.size > 0);
  const [first = NOTHING, ...others] = some;
  if (others.length === 0) return first;
  const best = new Map(first.scores);
  for (const { scores } of others) {
    for (const [row, score] of scores) best.set(row, Math.max(score, best.get(row) ?? 0));
  }
  return withPlacesOf(some, best);
}

/** The texts that were found in both ways: scores are added, and all places count. */
export function bothOf(one: FoundTexts, other: FoundTexts): FoundTexts {
  const sums = new Map<number, number>();
  for (const [row, score] of other.scores) {
    const before = one.scores.get(row);
    if (before !== undefined) sums.set(row, before + score);
  }
  return withPlacesOf([one, other], sums);
}

function withPlacesOf(
  ways: readonly FoundTexts[],
  scores: ReadonlyMap<number, number>,
): FoundTexts {
  return {
    scores,
    places: (row) => (scores.has(row) ? ways.flatMap(({ places }) => places(row)) : []),
  };
}
