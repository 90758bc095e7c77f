import type { Link } from './bead.ts';

/**
 * The longest part of some links that runs forward in both texts: what alignment can hold on to. The
 * others cross it. O(n log n).
 */
export function longestChain(links: readonly Link[]): Link[] {
  const sorted = [...links].sort((a, b) => a.left - b.left || a.right - b.right);
  /** For each length, the link that ends the best chain of it. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, { right }] of sorted.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[ends[middle] ?? 0]?.right ?? 0) <= right) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const chain: Link[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const link = sorted[index];
    if (link) chain.push(link);
  }
  return chain.reverse();
}
