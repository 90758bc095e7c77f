import type { Element, ElementContent } from 'hast';
import { attribute } from './element.ts';
import { wordsIn } from './lines.ts';

/** More columns than anyone means. */
const WIDEST = 100;
/** Longer than what stands in the cell of a table without any heading. */
const LONGEST_CELL = 200;
/** Longer on average are sentences that someone set side by side. */
const LONG_ON_AVERAGE = 50;
/** Longer than what stands in the cell of any table. */
const LONGEST_OF_ALL = 1500;

const BLOCKS = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
  'blockquote',
  'pre',
  'hr',
  'form',
]);

interface Parts {
  readonly captions: Element[];
  readonly rows: Element[][];
  readonly hasHead: boolean;
  readonly hasTable: boolean;
}

/**
 * Whether a table is one of data, and not a means to set words side by side. As Readability and
 * screen readers tell them apart: headings, a caption, short cells in several rows and columns.
 */
function isDataTable(table: Element): boolean {
  const role = attribute(table, 'role').toLowerCase();
  if (role === 'presentation' || role === 'none') return false;
  const { captions, rows, hasHead, hasTable } = partsOf(table);
  if (hasTable) return false;
  const columns = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  if (columns < 2) return false;
  const cells = rows.flat();
  const lengths = cells.map((cell) => wordsIn(cell).length);
  if (lengths.some((length) => length > LONGEST_OF_ALL)) return false;
  if (hasHead || captions.length > 0) return true;
  const isEven = rows.filter((row) => row.length === columns).length * 2 > rows.length;
  return (
    rows.length > 1 &&
    isEven &&
    lengths.every((length) => length <= LONGEST_CELL) &&
    lengths.reduce((total, length) => total + length, 0) <= LONG_ON_AVERAGE * lengths.length &&
    !cells.some(hasBlocks)
  );
}

/** A table of data: its captions, and its cells by row, null where a cell reaches from elsewhere. */
export interface DataTable {
  readonly captions: readonly Element[];
  readonly rows: readonly (readonly (Element | null)[])[];
}

/** A table as one of data, or undefined where it is none, and where it is wider than anyone means. */
export function dataTable(table: Element): DataTable | undefined {
  if (!isDataTable(table)) return undefined;
  const { captions, rows } = partsOf(table);
  /** How many more rows the cell of each column reaches down. */
  const reach: number[] = [];
  const settled: (Element | null)[][] = [];
  for (const row of rows) {
    const cells: (Element | null)[] = [];
    const skipReached = (): void => {
      for (let left = reach[cells.length] ?? 0; left > 0; left = reach[cells.length] ?? 0) {
        reach[cells.length] = left - 1;
        cells.push(null);
      }
    };
    for (const cell of row) {
      skipReached();
      const width = Math.min(span(cell, 'colSpan'), WIDEST);
      const height = span(cell, 'rowSpan');
      for (let column = 0; column < width; column += 1) {
        reach[cells.length] = height - 1;
        cells.push(column === 0 ? cell : null);
      }
    }
    skipReached();
    if (cells.length > 2 * WIDEST) return undefined;
    settled.push(cells);
  }
  return { captions, rows: withoutEmptyColumns(settled) };
}

/** Columns that are only there because a cell spans them say nothing. */
function withoutEmptyColumns(rows: readonly (Element | null)[][]): (Element | null)[][] {
  const used = new Set<number>();
  for (const row of rows)
    for (const [column, cell] of row.entries()) if (cell !== null) used.add(column);
  return rows.map((row) => row.filter((_, column) => used.has(column)));
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number.parseInt(attribute(cell, name) || '1', 10);
  return value >= 1 && value <= 65_534 ? value : 1;
}

function partsOf(table: Element): Parts {
  const captions: Element[] = [];
  const rows: Element[][] = [];
  let hasHead = false;
  let hasTable = false;
  const look = (nodes: readonly ElementContent[], row: Element[] | undefined): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      const { tagName } = node;
      if (tagName === 'caption') captions.push(node);
      else if (tagName === 'td' || tagName === 'th') {
        if (tagName === 'th' && wordsIn(node) !== '') hasHead = true;
        if (holds(node, (inner) => inner.tagName === 'table')) hasTable = true;
        row?.push(node);
      } else if (tagName === 'tr') {
        const cells: Element[] = [];
        look(node.children, cells);
        if (cells.length > 0) rows.push(cells);
      } else if (tagName === 'thead' || tagName === 'tbody' || tagName === 'tfoot') {
        look(node.children, undefined);
        if (tagName === 'thead' && wordsIn(node) !== '') hasHead = true;
      }
    }
  };
  look(table.children, undefined);
  return { captions, rows, hasHead, hasTable };
}

function hasBlocks(cell: Element): boolean {
  let paragraphs = 0;
  return holds(cell, ({ tagName }) => {
    if (tagName === 'p' || tagName === 'li') paragraphs += 1;
    return paragraphs > 1 || BLOCKS.has(tagName);
  });
}

function holds(element: Element, test: (inner: Element) => boolean): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (test(child) || holds(child, test)),
  );
}
