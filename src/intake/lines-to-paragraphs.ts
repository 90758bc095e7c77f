import { scriptOf } from '#text/script.ts';

/** A line of a plain text, without the spaces behind it. */
export interface Line {
  /** As it stands, with the spaces before it. */
  readonly words: string;
  /** From 1. */
  readonly number: number;
}

/** What an editor would call a paragraph of plain text. */
export interface PlainParagraph {
  /** Several where their breaks mean something: verse, an address. */
  readonly lines: readonly string[];
  readonly line: number;
  /** Whether every line is an item of a list. */
  readonly isList: boolean;
}

/** Mail and typescripts are wrapped between these widths; verse is narrower, prose unwrapped wider. */
const WIDTHS = { least: 50, most: 125 };
/** A line of verse is hardly longer. */
const VERSE = 80;

/**
 * Divides lines that stand together into paragraphs. Where a line breaks because the next word
 * would not have fitted, the lines are one paragraph; where lines are long, each is one; short
 * lines keep their breaks.
 *
 * @param isApart whether a line stands for itself wherever it is: a byline, a date
 */
export function linesToParagraphs(
  lines: readonly Line[],
  isApart: (words: string) => boolean,
): PlainParagraph[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (isList(lines)) return [listOf(lines)];
  const single = ({ words, number }: Line): PlainParagraph => ({
    lines: [words.trim()],
    line: number,
    isList: false,
  });
  if (lines.length === 1) return [single(first)];
  const runs = runsByScript(lines);
  if (runs.length > 1) return runs.flatMap((run) => linesToParagraphs(run, isApart));
  if (lines.some(({ words }) => isLabelled(words) || isApart(words.trim()))) {
    return divideBy(lines, ({ words }) => isLabelled(words) || isApart(words.trim()), isApart);
  }
  if (isWrapped(lines)) return unwrap(lines);
  if (isProse(lines)) return lines.map(single);
  return [{ lines: lines.map(({ words }) => words.trim()), line: first.number, isList: false }];
}

/** Lines in another script are of another text, however near they stand. */
function runsByScript(lines: readonly Line[]): Line[][] {
  const runs: { script: string | undefined; lines: Line[] }[] = [];
  for (const line of lines) {
    const script = scriptOf(line.words);
    const last = runs.at(-1);
    if (last && (script === undefined || last.script === undefined || last.script === script)) {
      last.script ??= script;
      last.lines.push(line);
    } else runs.push({ script, lines: [line] });
  }
  return runs.map((run) => run.lines);
}

/** Lines that stand for themselves apart, and what stands between them in paragraphs of its own. */
function divideBy(
  lines: readonly Line[],
  isAlone: (line: Line) => boolean,
  isApart: (words: string) => boolean,
): PlainParagraph[] {
  const paragraphs: PlainParagraph[] = [];
  let between: Line[] = [];
  const close = (): void => {
    const isHead = paragraphs.length === 0 && between.length <= 3;
    if (isHead || !between.some(({ words }) => words.length > 0)) {
      for (const line of between) paragraphs.push(...linesToParagraphs([line], isApart));
    } else paragraphs.push(...linesToParagraphs(between, () => false));
    between = [];
  };
  for (const [index, line] of lines.entries()) {
    if (!isAlone(line)) {
      between.push(line);
      continue;
    }
    // What follows a label up to the next one is its own wrapped lines, if they are wrapped.
    if (isLabelled(line.words) && !isApart(line.words.trim())) {
      const next = lines.findIndex((other, at) => at > index && isAlone(other));
      const own = lines.slice(index, next < 0 ? lines.length : next);
      if (own.length > 1 && between.length === 0 && isWrapped(own)) {
        between = [];
        paragraphs.push(...unwrap(own));
        const rest = next < 0 ? [] : lines.slice(next);
        return [...paragraphs, ...divideBy(rest, isAlone, isApart)];
      }
    }
    close();
    paragraphs.push({ lines: [line.words.trim()], line: line.number, isList: false });
  }
  close();
  return paragraphs;
}

/** A speaker, a question, a header of mail, the time of a message: what begins a line of its own. */
function isLabelled(words: string): boolean {
  return (
    /^\s*(?:Q|A|Question|Answer|From|To|Cc|Subject|Date|Sent|س|ج|سؤال|جواب|ש|ת)\s?\d{0,3}[:：]/i.test(
      words,
    ) || /^\s*[\u200E\u200F]?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}/.test(words)
  );
}

const BULLET = /^\s{0,3}[-*] +\S/;
const NUMBER = /^\s{0,3}(\d{1,3})[.)] +\S/;

/** A list, unmistakably: at least two lines, each with the same sign or counted from 1. */
function isList(lines: readonly Line[]): boolean {
  if (lines.length < 2) return false;
  const signs = new Set(lines.map(({ words }) => words.trim().charAt(0)));
  if (signs.size === 1 && lines.every(({ words }) => BULLET.test(words))) return true;
  return lines.every(({ words }, index) => NUMBER.exec(words)?.[1] === String(index + 1));
}

function listOf(lines: readonly Line[]): PlainParagraph {
  return {
    lines: lines.map(({ words }) => words.trim()),
    line: lines[0]?.number ?? 1,
    isList: true,
  };
}

/** Whether lines break where the next word would have gone over the edge of the page. */
function isWrapped(lines: readonly Line[]): boolean {
  const width = widthOf(lines);
  if (width < WIDTHS.least || width > WIDTHS.most) return false;
  const breaks = lines.slice(1).map((line, index) => isFull(lines[index], line, width));
  const full = breaks.filter(Boolean).length;
  if (full === 0 || full * 2 < breaks.length) return false;
  // Sentences end at the ends of wrapped lines by chance only.
  const stopped = breaks.filter((isOne, index) => isOne && isStopped(lines[index])).length;
  if (stopped * 2 > full) return false;
  // Verse begins its lines with capitals; wrapped prose goes on in the middle of a sentence.
  const cased = lines.slice(1).filter(({ words }) => /^\s*\p{L}/u.test(words));
  const capitals = cased.filter(({ words }) => /^\s*\p{Lu}/u.test(words)).length;
  return capitals * 2 <= cased.length || lines.length === 2;
}

function isStopped(line: Line | undefined): boolean {
  return line !== undefined && /[.!?؟۔…:]["”’»)]*$/.test(line.words);
}

function widthOf(lines: readonly Line[]): number {
  return lines.reduce((most, { words }) => Math.max(most, words.length), 0);
}

function isFull(line: Line | undefined, next: Line, width: number): boolean {
  if (line === undefined || /^\s{2,}\S/.test(next.words)) return false;
  const [firstWord = ''] = next.words.trim().split(/\s/, 1);
  return line.words.length + 1 + firstWord.length > width;
}

/** Joins wrapped lines; one that was not full ends its paragraph. */
function unwrap(lines: readonly Line[]): PlainParagraph[] {
  const width = widthOf(lines);
  const paragraphs: { lines: string[]; line: number; isList: boolean }[] = [];
  let parts: string[] = [];
  let begin = 1;
  for (const [index, line] of lines.entries()) {
    if (parts.length === 0) begin = line.number;
    parts.push(line.words.trim());
    const next = lines[index + 1];
    if (next && isFull(line, next, width)) continue;
    paragraphs.push({ lines: [joinLines(parts)], line: begin, isList: false });
    parts = [];
  }
  return paragraphs;
}

/** A word that was divided at the end of a line keeps its hyphen, because it may be its own. */
function joinLines(parts: readonly string[]): string {
  return parts.join(' ').replaceAll(/(?<=\p{Ll}-) (?=\p{Ll})/gu, '');
}

/** Whether lines are paragraphs, each by itself: long, or whole sentences. */
function isProse(lines: readonly Line[]): boolean {
  const lengths = lines.map(({ words }) => words.length).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  const sentences = lines.filter(({ words }) => isSentence(words)).length;
  return median >= 70 || longest > VERSE || sentences * 2 > lines.length;
}

function isSentence(words: string): boolean {
  return /[.!?؟۔…]["”’»)]*$/.test(words) && words.trim().split(/\s+/).length >= 8;
}
