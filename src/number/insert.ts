import type { MarkerPlace } from '#compile/blocks.ts';
import type { ParagraphId } from '#model/ids.ts';

/** The ids that a paragraph is to get, and where they are written. */
export interface NewIds {
  readonly ids: readonly ParagraphId[];
  readonly place: MarkerPlace;
}

/**
 * Writes markers into a file’s words and leaves every other character as it is, line ends and byte
 * order mark included.
 */
export function insertIds(source: string, wanted: readonly NewIds[]): string {
  const lines = linesOf(source);
  const pieces: string[] = [];
  let done = 0;
  const insertions = wanted
    .map((one) => insertionOf(one, source, lines))
    .sort((a, b) => a.offset - b.offset);
  for (const { offset, words } of insertions) {
    pieces.push(source.slice(done, offset), words);
    done = offset;
  }
  return [...pieces, source.slice(done)].join('');
}

/** A line of a file as it stands in it. */
interface Line {
  readonly start: number;
  /** Where its words end and its line end begins. */
  readonly end: number;
  /** `\n`, `\r\n`, `\r`, or nothing at the end of the file. */
  readonly lineEnd: string;
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: lineEnd, index } of source.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: index, lineEnd });
    start = index + lineEnd.length;
  }
  return [...lines, { start, end: source.length, lineEnd: '' }];
}

function insertionOf(
  { ids, place }: NewIds,
  source: string,
  lines: readonly Line[],
): { offset: number; words: string } {
  const line = lines[place.line - 1];
  if (!line) throw new RangeError(`The file has no line ${String(place.line)}.`);
  const written = ids.map((id) => `#${id}`).join(' ');
  const end = Math.min(line.start + place.column - 1, line.end);
  switch (place.how) {
    case 'behind': {
      const words = source.slice(line.start, end).trimEnd();
      return { offset: line.start + words.length, words: ` {${written}}` };
    }
    case 'inside':
      return { offset: source.lastIndexOf('{', end) + 1, words: `${written} ` };
    case 'below': {
      const lineEnd = line.lineEnd === '' ? (lines[0]?.lineEnd ?? '\n') : line.lineEnd;
      const next = lines[place.line];
      const isFollowed = next !== undefined && source.slice(next.start, next.end).trim() !== '';
      const after = isFollowed ? lineEnd : '';
      return { offset: line.end, words: `${lineEnd}${lineEnd}{${written}}${after}` };
    }
  }
}
