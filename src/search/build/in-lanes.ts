/**
 * Does a task for each item, at most so many at a time. Results are in the order of the items. The
 * first failure is the failure of the whole; what is under way then is still finished.
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [place, item] of waiting) results[place] = await task(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
