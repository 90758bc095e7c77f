import { isName, readByline } from './byline.ts';
import { type Dateline, readDateline } from './dateline.ts';

/** What a line that a page marks as its byline says. */
export interface MarkedByline {
  readonly names: readonly string[];
  /** The date that is printed beside the names. */
  readonly dateline?: Dateline;
  /** The line without names and date; empty where nothing is left. */
  readonly rest: string;
}

/** Between the parts of a line: name, place, date, links. */
const BETWEEN = /\n|\s[-–—/]\s|[|·•»]/u;
/** A label in the midst of a line: `on 10 March by Jane Roe`. */
const LABEL_INSIDE = /^(.*\s)?(by|von|par|بقلم)\s+/iu;
/** Where a name ends: at a handle, a figure, a bracket, or a word that is never part of one. */
const BEYOND =
  /^(?:@.*|.*\d.*|[([{](?!(?:\p{Lu}\.?)+[)\]}]).*|follow(?:ing)?|unfollow|updated|published|posted|reviewed|at|on|in)$/iu;
/** A few words without figures and signs: a pen name need have no capitals. */
const ONLY_LETTERS = /^[\p{L}\p{M}.'’ -]{2,40}$/u;
/** Words of a position, of buttons or of what is counted: a line of them names nobody. */
const NO_NAME =
  /^(?:reporter|contributor|editor|correspondent|writer|columnist|staff|news|profile|more|edit|delete|follow|share|promote|block|hide|reply|comments?|invite|manually|filed)\.?$/iu;
/** Labels of several buttons, run together. */
const RUN_TOGETHER = /\p{Ll}\p{Lu}\p{Ll}+\p{Lu}/u;

/**
 * Reads a line that the page itself calls its byline: dates, handles, positions and buttons that
 * stand in it are no names. No names where none can be told from the rest.
 */
export function readMarkedByline(line: string): MarkedByline {
  let names: readonly string[] = [];
  let dateline: Dateline | undefined;
  for (const piece of line.split(BETWEEN)) {
    const words = piece.replaceAll(/\s+/g, ' ').trim();
    const found = names.length > 0 ? undefined : namesIn(words);
    if (found) names = found.names;
    for (const part of found?.beside ?? [words]) dateline ??= dateIn(part);
  }
  if (names.length === 0 && !dateline && ONLY_LETTERS.test(line.trim()) && !hasNoName(line)) {
    return { names: [line.trim()], rest: '' };
  }
  const printed = dateline ? [dateline.printed] : [];
  const rest = [...names, ...printed].reduce(
    (left, one) => left.replace(one, ' '),
    line.replaceAll(/\s+/g, ' '),
  );
  return {
    names,
    ...(dateline && { dateline }),
    rest: rest.replaceAll(/\s+/g, ' ').trim(),
  };
}

/** The names of a piece, with what stands before and behind them. */
function namesIn(words: string): { names: readonly string[]; beside: string[] } | undefined {
  const whole = readByline(words);
  if (whole) return { names: whole.names, beside: [] };
  const [label = '', before = ''] = LABEL_INSIDE.exec(words) ?? [];
  const parts = words.slice(label.length).split(' ');
  const ends = parts.flatMap((part, index) =>
    BEYOND.test(part) || dateIn(parts.slice(index).join(' ')) ? [index] : [],
  );
  const end = ends[0] ?? parts.length;
  const taken = parts.slice(0, end);
  const name = taken.join(' ').replace(/[,;:]$/, '');
  const hasLabel = label !== '';
  if (!isName(name, false) || (!hasLabel && hasNoName(name))) {
    return undefined;
  }
  return { names: [name], beside: [before, parts.slice(end).join(' ')] };
}

function hasNoName(words: string): boolean {
  return words.split(/\s+/).some((word) => NO_NAME.test(word) || RUN_TOGETHER.test(word));
}

/** The date that a few words begin with. */
function dateIn(words: string): Dateline | undefined {
  const parts = words.trim().split(' ');
  for (let end = parts.length; end > 0; end -= 1) {
    const dateline = readDateline(parts.slice(0, end).join(' '));
    if (dateline) return dateline;
  }
  return undefined;
}
