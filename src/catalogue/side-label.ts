import type { Direction } from '#model/compiled.ts';

/** On which side of its point a label of a picture stands. */
export type Side = 'left' | 'right' | 'middle';

/**
 * The `text-anchor` that puts words on a side of their point. `start` is where reading starts, so in
 * words from right to left it is their right end.
 */
export function anchorOf(side: Side, direction: Direction): 'start' | 'middle' | 'end' {
  if (side === 'middle') return 'middle';
  return (side === 'right') === (direction === 'ltr') ? 'start' : 'end';
}

/** Words for a label, cut at a letter where they are long. */
export function short(words: string, most = 24): string {
  const letters = Array.from(words);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words;
}
