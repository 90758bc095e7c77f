/** Direction controls that keep what is between them to itself: a name, whatever its script. */
const [ISOLATE, END] = ['\u2068', '\u2069'];
const WIDEST = 48;

/** A table of plain words in columns, which names from right to left do not break. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(shorten));
  const widths = head.map((_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => isolate(cell) + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0] ?? '', rule, ...lines.slice(1)].join('\n');
}

/** Words in an Arabic or Hebrew script, kept to themselves; others as they are. */
export function isolate(cell: string): string {
  return /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(cell) ? ISOLATE + cell + END : cell;
}

/** Long names keep their ends, by which they differ. */
function shorten(cell: string): string {
  const letters = Array.from(cell.replaceAll(/[\p{Cc}]/gu, '\uFFFD'));
  return letters.length <= WIDEST ? letters.join('') : `…${letters.slice(1 - WIDEST).join('')}`;
}

/** Columns on a terminal: points above and below letters take none, ideographs two. */
function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) {
    if (/[\p{M}\p{Cf}]/u.test(letter)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}
