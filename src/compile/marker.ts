import { hasRightCheck, isParagraphId, type ParagraphId, checkCharacter } from '#model/ids.ts';
import { MARKS, type Mark } from '#model/compiled.ts';
import { didYouMean, type LocalProblem, problemAt } from '#model/problem.ts';
import { INVISIBLE_DIRECTION } from '#text/bidi.ts';

/** A paragraph's marker, `{#k3f9c #m2p4c .caption}`, as it stands in the file. */
export interface Marker {
  readonly ids: readonly ParagraphId[];
  readonly marks: readonly Mark[];
  /** As it is written, without the invisible marks around it. */
  readonly written: string;
  /** The line in which it stands, from 1. */
  readonly line: number;
}

const AROUND = `[\\s${INVISIBLE_DIRECTION}]*`;
const MARKER = `\\{${AROUND}[#.][^{}]*\\}`;
const AT_THE_END = new RegExp(`${AROUND}(${MARKER})${AROUND}$`);
const ALONE = new RegExp(`^${AROUND}(${MARKER})${AROUND}$`);
const BROKEN = new RegExp(
  `(\\{${AROUND}#[0-9a-z]{5}|\\}${AROUND}#[0-9a-z]{5}${AROUND}\\{)${AROUND}$`,
);
const BRACES = new RegExp(`\\{(?=${AROUND}[#.])|(?<=\\}${AROUND}#[0-9a-z]{5}${AROUND})\\{`, 'g');
const WITH_AN_ID = new RegExp(`\\{${AROUND}#[^{}]*\\}`);

/** Divides words into what they say and the marker at their end, if they have one. */
export function cutMarker(words: string): { words: string; written: string } | undefined {
  const match = words.includes('{') ? AT_THE_END.exec(words) : null;
  return match ? { words: words.slice(0, match.index), written: match[1] ?? '' } : undefined;
}

/** The marker that words consist of, if they consist of nothing else. */
export function onlyMarker(words: string): string | undefined {
  return ALONE.exec(words)?.[1];
}

/** What looks like a marker with an id, wherever it stands, and the words before it. */
export function strayMarker(words: string): { marker: string; before: string } | undefined {
  const match = WITH_AN_ID.exec(words);
  return match ? { marker: match[0], before: words.slice(0, match.index) } : undefined;
}

/** What was meant for a marker at the end of words, but is not closed or is turned about. */
export function brokenMarker(words: string): string | undefined {
  return BROKEN.exec(words)?.[1];
}

/** The braces in words that begin a marker or something like one, as offsets. */
export function markerBraces(words: string): number[] {
  return [...words.matchAll(BRACES)].map(({ index }) => index);
}

/** Reads a marker; what is wrong in it is reported, and the rest of it stands. */
export function readMarker(
  written: string,
  line: number,
): { marker: Marker; problems: LocalProblem[] } {
  const inside = written.slice(1, -1).replaceAll(new RegExp(`[${INVISIBLE_DIRECTION}]`, 'g'), '');
  const ids: ParagraphId[] = [];
  const marks: Mark[] = [];
  const problems: LocalProblem[] = [];
  for (const part of inside.split(/\s+/).filter((word) => word !== '')) {
    const [sign, name] = [part.charAt(0), part.slice(1)];
    if (sign === '#' && isParagraphId(name)) {
      ids.push(name);
      if (!hasRightCheck(name)) {
        const check = checkCharacter(name);
        problems.push(problemAt(line, 'wrong-check-character', { id: name, check }));
      }
    } else if (sign === '#' && name !== '') {
      problems.push(problemAt(line, 'bad-paragraph-id', { id: name }));
    } else if (sign === '.' && isMark(name)) {
      marks.push(name);
    } else if (sign === '.') {
      const hint = didYouMean(name, MARKS, `The marks are .${MARKS.join(' and .')}.`);
      problems.push(problemAt(line, 'unknown-mark', { mark: name, hint }));
    } else {
      problems.push(problemAt(line, 'marker-garbled', { marker: written }));
    }
  }
  return { marker: { ids, marks, written, line }, problems };
}

function isMark(name: string): name is Mark {
  return MARKS.some((mark) => mark === name);
}
