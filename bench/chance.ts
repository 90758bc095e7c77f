import { createHash } from 'node:crypto';

/** A source of chance that gives the same for the same seed, on every machine. */
export interface Chance {
  /** From 0, below 1. */
  readonly fraction: () => number;
  /** A whole number from 0, below a limit. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Whether something happens that happens so often: 0 never, 1 always. */
  readonly happens: (probability: number) => boolean;
}

/** Chance by a counter hashed with its seed: nothing of ours to get wrong, and quick enough. */
export function chanceOf(...seed: readonly (string | number)[]): Chance {
  const name = JSON.stringify(seed);
  let [block, at, count] = [Buffer.alloc(0), 0, 0];
  const fraction = (): number => {
    if (at === block.length) {
      block = createHash('sha512')
        .update(`${name} ${String(count)}`)
        .digest();
      [at, count] = [0, count + 1];
    }
    at += 4;
    return block.readUInt32BE(at - 4) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    happens: (probability) => fraction() < probability,
  };
}

/**
 * Draws ranks from 0 as often as Zipf’s law says, with Mandelbrot’s shift that fits running text:
 * a rank is drawn in proportion to 1 / (rank + 3.7).
 */
export function zipf(ranks: number): (chance: Chance) => number {
  const sums = new Float64Array(ranks);
  let total = 0;
  for (let rank = 0; rank < ranks; rank += 1) sums[rank] = total += 1 / (rank + 3.7);
  return (chance) => {
    const drawn = chance.fraction() * total;
    let [low, high] = [0, ranks - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
