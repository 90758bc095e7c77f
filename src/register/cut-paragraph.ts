import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '#compile/blocks.ts';
import { readBody } from '#compile/body.ts';

/** A text without one of its paragraphs. */
export interface Cut {
  readonly source: string;
  /** What was taken out, markers and notes included, as it stood. */
  readonly removed: string;
  /** Every id of the paragraph. */
  readonly ids: readonly string[];
}

/**
 * Takes a paragraph out of a text, with its marker and with the notes that only it calls; every other
 * line stays as it is. Undefined where no paragraph of the text has the id.
 */
export function cutParagraph(source: string, id: string): Cut | undefined {
  const lines = linesOf(source);
  const { tree, blocks } = readBody(lines.map(bodyLine(lines)).join('\n'));
  const block = blocks.find(({ marker }) => marker?.ids.some((one) => one === id));
  if (!block?.marker) return undefined;
  const others = blocks.filter((one) => one !== block);
  const called = new Set(notesCalledBy([block]));
  for (const label of notesCalledBy(others)) called.delete(label);

  const going = new Set(linesOfBlock(block));
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition' || !called.has(node.identifier)) continue;
    for (const line of linesOfNode(node)) going.add(line);
  }
  closeGaps(lines, going);
  const at = (isGone: boolean): string =>
    lines.filter((_, index) => going.has(index + 1) === isGone).join('');
  return { source: at(false), removed: at(true), ids: block.marker.ids };
}

/** Lines with their ends. */
function linesOf(source: string): string[] {
  return source.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
}

/** The body below a record whose lines are blank, so that lines count as in the file. */
function bodyLine(lines: readonly string[]): (line: string, index: number) => string {
  const isFence = (line: string | undefined): boolean =>
    line !== undefined && /^\uFEFF?---\s*$/.test(line);
  const end = isFence(lines[0]) ? lines.findIndex((line, i) => i > 0 && isFence(line)) : -1;
  return (line, index) => (index <= end ? '' : line.replace(/[\r\n]+$/, ''));
}

function linesOfBlock({ node, marker }: Block): number[] {
  const lines = linesOfNode(node);
  const last = Math.max(lines.at(-1) ?? 0, marker?.line ?? 0);
  return range(lines[0] ?? last, last);
}

function linesOfNode({ position }: Pick<RootContent, 'position'>): number[] {
  return position ? range(position.start.line, position.end.line) : [];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** With what goes, the blank lines below it go. */
function closeGaps(lines: readonly string[], going: Set<number>): void {
  for (const line of [...going].sort((a, b) => a - b)) {
    for (let next = line + 1; lines[next - 1]?.trim() === ''; next += 1) going.add(next);
  }
}

function notesCalledBy(blocks: readonly Block[]): string[] {
  const labels: string[] = [];
  for (const { node } of blocks) {
    visit(node, 'footnoteReference', ({ identifier }) => {
      labels.push(identifier);
    });
  }
  return labels;
}
