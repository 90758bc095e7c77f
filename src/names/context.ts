import type { InContext } from '#model/mention.ts';

/** So many letters stand on each side of a mention, up to the next word. */
const AROUND = 64;
/** So many letters stand for words that face a mention. */
const FACING = 2 * AROUND;

/** A mention with the words around it, in one line; `…` where they go on, `·` between lines and cells. */
export function inContext(
  plain: string,
  { start, end }: { readonly start: number; readonly end: number },
): InContext {
  const from = wordStart(plain, start - AROUND);
  const to = wordEnd(plain, end + AROUND);
  return {
    before: (from > 0 ? '…' : '') + inLine(plain.slice(from, start).trimStart()),
    form: inLine(plain.slice(start, end)),
    after: inLine(plain.slice(end, to).trimEnd()) + (to < plain.length ? '…' : ''),
  };
}

/**
 * Some words of a paragraph.
 *
 * @param share how far into it their middle is, from 0 to 1
 */
export function wordsAt(plain: string, share: number): string {
  const middle = Math.round(share * plain.length);
  const from = wordStart(plain, Math.min(middle, plain.length - AROUND) - AROUND);
  const to = wordEnd(plain, from + FACING);
  const words = inLine(plain.slice(from, to).trim());
  return `${from > 0 ? '…' : ''}${words}${to < plain.length ? '…' : ''}`;
}

/** Cells of a table and items of a list stand apart, as they do on the page. */
function inLine(words: string): string {
  return words.replaceAll(/\s*[\n\t]\s*/g, ' · ').replaceAll(/\s+/g, ' ');
}

/** The first beginning of a word at or behind a place, so that none is cut. */
function wordStart(plain: string, place: number): number {
  if (place <= 0) return 0;
  const space = plain.slice(place - 1, place + 24).search(/\s/);
  return space === -1 ? place : place + space;
}

/** The last end of a word at or before a place. */
function wordEnd(plain: string, place: number): number {
  if (place >= plain.length) return plain.length;
  const space = plain.slice(place - 24, place + 1).search(/\s\S*$/);
  return space === -1 ? place : place - 24 + space;
}
