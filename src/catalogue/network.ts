import type { ConcordanceRow } from '#model/mention.ts';

/** Another entity that is named in the same rows, and in how many. */
export interface Neighbour {
  readonly entity: string;
  readonly rows: number;
}

/** Who is named beside an entity. */
export interface Network {
  /** The nearest first; of equally near ones in order of id. */
  readonly neighbours: readonly Neighbour[];
  /** The neighbours most named together as well: places in the list, and in how many rows. */
  readonly ties: readonly { readonly a: number; readonly b: number; readonly rows: number }[];
}

/** So many neighbours, and ties between them, a small picture can show. */
const MOST = 14;
const MOST_TIES = 18;

/** Who is named beside an entity in the same paragraphs. */
export function networkOf(rows: Iterable<ConcordanceRow>): Network {
  const counts = new Map<string, number>();
  const kept: (readonly string[])[] = [];
  for (const { beside } of rows) {
    kept.push(beside);
    for (const entity of beside) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const neighbours = [...counts]
    .map(([entity, count]) => ({ entity, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.entity < b.entity ? -1 : 1))
    .slice(0, MOST);
  const places = new Map(neighbours.map(({ entity }, index) => [entity, index]));
  const ties = new Map<string, { a: number; b: number; rows: number }>();
  for (const beside of kept) {
    const here = beside.flatMap((entity) => places.get(entity) ?? []).sort((a, b) => a - b);
    for (const [index, a] of here.entries()) {
      for (const b of here.slice(index + 1)) {
        const key = `${String(a)} ${String(b)}`;
        const tie = ties.get(key) ?? { a, b, rows: 0 };
        tie.rows += 1;
        ties.set(key, tie);
      }
    }
  }
  const strongest = [...ties.values()]
    .filter(({ rows: count }) => count > 1 || ties.size <= MOST_TIES)
    .sort((x, y) => y.rows - x.rows || x.a - y.a || x.b - y.b)
    .slice(0, MOST_TIES);
  return { neighbours, ties: strongest };
}

/** A place of a picture, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places for some neighbours around a middle, evenly on an ellipse, the nearest at the top. */
export function aroundMiddle(count: number, middle: Point, radii: Point): Point[] {
  return Array.from({ length: count }, (_, index) => {
    // From the top by turns to either side, so that the nearest stand together.
    const step = index % 2 === 0 ? index / 2 : -(index + 1) / 2;
    const angle = (step / count) * 2 * Math.PI - Math.PI / 2;
    return {
      x: round(middle.x + radii.x * Math.cos(angle)),
      y: round(middle.y + radii.y * Math.sin(angle)),
    };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
