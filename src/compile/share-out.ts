/** Does a part of some work: a result for each item, in their order. */
export type Hand<Item, Result> = (part: readonly Item[]) => Promise<readonly Result[]>;

/**
 * Shares work out between hands: whoever is done with a part takes the next. Results come in the
 * order in which they are ready, one after another, so what they are made of need not be kept.
 *
 * @param size how many items are a part
 */
export async function shareOut<Item, Result>(
  items: readonly Item[],
  size: number,
  hands: readonly Hand<Item, Result>[],
  take: (result: Result, item: Item) => Promise<void> | void,
): Promise<void> {
  const waiting = inParts(items, size);
  const work = async (hand: Hand<Item, Result>): Promise<void> => {
    for (const part of waiting) {
      const results = await hand(part);
      for (const [place, item] of part.entries()) {
        const result = results[place];
        if (result === undefined) throw new RangeError('A part of the work came back unfinished.');
        await take(result, item);
      }
    }
  };
  await Promise.all(hands.map(work));
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
