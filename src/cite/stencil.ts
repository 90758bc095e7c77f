import { LETTER_CASES, type LetterCase } from './csl-package.ts';
import { REST_OF_MARK } from './marks.ts';
import type { SetCitation } from './set-citation.ts';
import type { Opening } from './shape.ts';

/** Words of a source in another case, as a style (by its place in the list) would set them. */
export type ChangeCase = (words: string, letterCase: LetterCase, style: number) => string;

/** Sets a source of one shape; undefined where only the processor can tell how. */
export type Stencil = (openings: readonly Opening[]) => readonly SetCitation[] | undefined;

/** What stands in a place: the words of an opening, in each case in which the mark looks the same. */
interface Use {
  readonly opening: number;
  readonly cases: readonly (LetterCase | 'as-it-is')[];
  readonly style: number;
}

/** What a style has set, cut at its marks: words of the style, and places in the list of uses. */
type Pieces = readonly (string | number)[];

interface SetPieces extends Pick<SetCitation, 'style'> {
  readonly entry: Pieces;
  readonly inText: Pieces;
  readonly inTextOfParagraph: Pieces;
}

/**
 * Makes a stencil of a shape from what styles have set of its marks; undefined where a style has
 * changed a mark in a way that cannot be told from it.
 */
export function stencilOf(
  openings: readonly Opening[],
  set: readonly SetCitation[],
  changeCase: ChangeCase,
): Stencil | undefined {
  const uses = new Map<string, Use>();
  const places = new Map<string, number>();
  const marks = new RegExp(openings.map(({ mark }) => `(${patternOf(mark)})`).join('|'), 'giu');
  const placeOf = (use: Use): number => {
    const key = JSON.stringify(use);
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    uses.set(key, use);
    return place;
  };
  const cut = (html: string, style: number): Pieces | undefined => {
    const pieces: (string | number)[] = [];
    let end = 0;
    for (const match of html.matchAll(marks)) {
      const opening = match.slice(1).findIndex((group: string | undefined) => group !== undefined);
      const cases = casesOf(openings[opening], match[0], style, changeCase);
      if (cases.length === 0) return undefined;
      pieces.push(html.slice(end, match.index), placeOf({ opening, cases, style }));
      end = match.index + match[0].length;
    }
    pieces.push(html.slice(end));
    return pieces.every((piece) => typeof piece === 'number' || isClean(piece, openings))
      ? pieces
      : undefined;
  };
  const styles: SetPieces[] = [];
  for (const [index, { style, ...parts }] of set.entries()) {
    const [entry, inText, inTextOfParagraph] = [
      cut(parts.entry, index),
      cut(parts.inText, index),
      cut(parts.inTextOfParagraph, index),
    ];
    if (!entry || !inText || !inTextOfParagraph) return undefined;
    styles.push({ style, entry, inText, inTextOfParagraph });
  }
  const used = [...uses.values()];
  return (own) => {
    const words: string[] = [];
    for (const use of used) {
      const said = wordsOf(use, own[use.opening], changeCase);
      if (said === undefined) return undefined;
      words.push(said);
    }
    const fill = (pieces: Pieces): string => {
      let html = '';
      for (const piece of pieces) html += typeof piece === 'number' ? (words[piece] ?? '') : piece;
      return html;
    };
    return styles.map(({ style, entry, inText, inTextOfParagraph }) => ({
      style,
      entry: fill(entry),
      inText: fill(inText),
      inTextOfParagraph: fill(inTextOfParagraph),
    }));
  };
}

/** A short number is no part of a longer one, or of a word. */
function patternOf(mark: string): string {
  const pattern = RegExp.escape(mark);
  return /^\d{1,2}$/.test(mark) ? String.raw`(?<![\d\p{L}])${pattern}(?![\d\p{L}])` : pattern;
}

function isClean(piece: string, openings: readonly Opening[]): boolean {
  return !REST_OF_MARK.test(piece) && openings.every(({ mark }) => !piece.includes(mark));
}

/** The cases in which a mark looks as a style has set it. */
function casesOf(
  opening: Opening | undefined,
  set: string,
  style: number,
  changeCase: ChangeCase,
): (LetterCase | 'as-it-is')[] {
  if (!opening) return [];
  const { mark, about } = opening;
  const asItIs = set === mark ? (['as-it-is'] as const) : [];
  if (!about) return [...asItIs];
  const others = LETTER_CASES.filter((one) => inCase(mark, about, one, style, changeCase) === set);
  return [...asItIs, ...others];
}

/** The words of an opening as they are set; undefined where the possible cases differ on them. */
function wordsOf(
  { cases, style }: Use,
  opening: Opening | undefined,
  changeCase: ChangeCase,
): string | undefined {
  if (!opening) return undefined;
  const { words, about } = opening;
  let said: string | undefined;
  for (const one of cases) {
    const now = one === 'as-it-is' || !about ? words : inCase(words, about, one, style, changeCase);
    if (said !== undefined && now !== said) return undefined;
    said = now;
  }
  return said;
}

/** Words in another case, changed together with what stands about them: that begins them, too. */
function inCase(
  words: string,
  { before, after }: NonNullable<Opening['about']>,
  letterCase: LetterCase,
  style: number,
  changeCase: ChangeCase,
): string {
  const set = changeCase(before + words + after, letterCase, style);
  return set.slice(before.length, set.length - after.length);
}
