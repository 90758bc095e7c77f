/** A label of a picture that may be left out where another stands in its place. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

/** The width of a letter and the height of a line in units of a picture, roughly. */
const LETTER = 6.2;
const LINE = 14;
/** Half the width of a point. */
const DOT = 4;

/**
 * Which labels can stand beside their points without covering each other: the first ones win. With
 * thousands of points it stays quick, because labels are looked for in their own neighbourhood.
 */
export function labelsThatFit(labels: readonly Label[], width: number): ReadonlySet<number> {
  const fitting = new Set<number>();
  const shelves = new Map<number, { readonly from: number; readonly to: number }[]>();
  const put = (y: number, box: { readonly from: number; readonly to: number }): void => {
    const shelf = Math.floor(y / LINE);
    const boxes = shelves.get(shelf);
    if (boxes) boxes.push(box);
    else shelves.set(shelf, [box]);
  };
  for (const { x, y } of labels) put(y, { from: x - DOT, to: x + DOT });
  for (const [index, { x, y, words }] of labels.entries()) {
    const length = words.length * LETTER;
    const from = isBehind({ x, words }, width) ? x - length - DOT - 2 : x + DOT + 1;
    const to = from + length;
    const shelf = Math.floor(y / LINE);
    const near = [shelf - 1, shelf, shelf + 1].flatMap((one) => shelves.get(one) ?? []);
    if (near.some((other) => from < other.to && other.from < to)) continue;
    fitting.add(index);
    put(y, { from, to });
  }
  return fitting;
}

/** Whether a label stands on the left of its point: on the right there is no room. */
export function isBehind({ x, words }: Pick<Label, 'x' | 'words'>, width: number): boolean {
  return x + words.length * LETTER + 8 > width;
}
