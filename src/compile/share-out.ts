/** Does a part of some work: a result for each item, in their order. */
export type Hand<Item, Result> = (part: readonly Item[]) => Promise<readonly Result[]>;

interface Part<Item> {
  readonly place: number;
  readonly items: readonly Item[];
}

/**
 * Shares work out between hands: whoever is done with a part takes the next. Results are taken one
 * after another in the order of the items, whoever was quicker, and are kept no longer than that.
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
  const ready = new Map<number, () => Promise<void>>();
  let next = 0;
  const takeReady = async (): Promise<void> => {
    for (let some = ready.get(next); some; some = ready.get(next)) {
      ready.delete(next);
      next += 1;
      await some();
    }
  };
  let taking = Promise.resolve();
  const work = async (hand: Hand<Item, Result>): Promise<void> => {
    for (const { place, items: part } of waiting) {
      const results = await hand(part);
      ready.set(place, async () => {
        for (const [index, item] of part.entries()) {
          const result = results[index];
          if (result === undefined) throw new RangeError('A part of some work is not done.');
          await take(result, item);
        }
      });
      taking = taking.then(takeReady);
      await taking;
    }
  };
  await Promise.all(hands.map(work));
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<Part<Item>> {
  for (let place = 0; place * size < items.length; place += 1) {
    yield { place, items: items.slice(place * size, (place + 1) * size) };
  }
}
