/** A range of the plain words of a paragraph and where it stands in its HTML. */
export interface PlaceInHtml {
  readonly from: number;
  readonly to: number;
  /** Whether it stands in a link, code, a quotation set off or a heading: no link goes in there. */
  readonly forbidsLink: boolean;
}

/** A range of plain words, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Words of HTML that are plain words too, letter by letter. */
interface Run {
  /** Where they stand in the HTML. */
  readonly from: number;
  readonly to: number;
  /** Where they stand in the plain words. */
  readonly at: number;
  readonly end: number;
}

interface OpenElement {
  readonly tag: string;
  readonly href: string | undefined;
}

const PART = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));|[^<&]+/giu;
const NAMED: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00A0' },
};
/** Spaces and direction marks differ between HTML and its plain words; everything else is the same. */
const LOOSE = /[\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const LOOSE_START = /^[\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/u;
const LOOSE_END = /[\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/u;
const FORBIDDING: ReadonlySet<string> = new Set([
  ...['a', 'code', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);
const VOID: ReadonlySet<string> = new Set(['br', 'img', 'input', 'hr']);

/**
 * Finds ranges of a paragraph’s plain words in its HTML. The HTML is our own serialiser’s: `<` and
 * `&` in words are escaped, and attributes hold no bare `>`. Undefined for a range that is not there,
 * as in a picture, whose plain words are its description.
 *
 * @param ranges in order, none inside another
 */
export function placesInHtml(
  html: string,
  plain: string,
  ranges: readonly Range[],
): (PlaceInHtml | undefined)[] {
  if (isBare(html, plain)) {
    const from = '<p>'.length;
    return ranges.map((range) => ({
      from: from + range.start,
      to: from + contentEnd(plain, range),
      forbidsLink: false,
    }));
  }
  const places: (PlaceInHtml | undefined)[] = ranges.map(() => undefined);
  let current = 0;
  let begun: { from: number; forbidsLink: boolean } | undefined;
  walk(html, plain, {
    onTag: () => current < ranges.length,
    onRun: ({ from, to, at, end }, open) => {
      for (let range = ranges[current]; range && range.start < end; range = ranges[current]) {
        begun ??= {
          from: from + Math.max(0, range.start - at),
          forbidsLink: open.some(({ tag }) => FORBIDDING.has(tag)),
        };
        const stop = contentEnd(plain, range);
        if (stop > end) return;
        const isEntity = to - from !== end - at;
        places[current] = {
          from: begun.from,
          to: isEntity ? to : from + (stop - at),
          forbidsLink: begun.forbidsLink,
        };
        begun = undefined;
        current += 1;
      }
    },
  });
  return places;
}

/** Whether a paragraph has no markup but its own, as most have: then the words stand as they are. */
function isBare(html: string, plain: string): boolean {
  return html.length === plain.length + '<p></p>'.length && html === `<p>${plain}</p>`;
}

/** The plain words inside each link, with its address. Empty links are left out. */
export function linksInHtml(
  html: string,
  plain: string,
): readonly (Range & { readonly href: string })[] {
  const links: { start: number; end: number; href: string; element: OpenElement }[] = [];
  walk(html, plain, {
    onTag: () => true,
    onRun: ({ at, end }, open) => {
      const element = open.findLast(({ href }) => href !== undefined);
      if (element?.href === undefined) return;
      const last = links.at(-1);
      if (last?.element === element) last.end = end;
      else links.push({ start: at, end, href: element.href, element });
    },
  });
  return links;
}

/** Who listens to a walk through a paragraph. */
interface Listener {
  /** An element has begun or ended; false ends the walk. */
  readonly onTag: () => boolean;
  readonly onRun: (run: Run, open: readonly OpenElement[]) => void;
}

function walk(html: string, plain: string, { onTag, onRun }: Listener): void {
  const open: OpenElement[] = [];
  let at = 0;
  let skipped = 0;
  /** Goes on over letters that must be the next plain words; false where they are not. */
  const goOn = (letters: string, from: number, to: number): boolean => {
    while (at < plain.length && LOOSE.test(plain.charAt(at))) at += 1;
    if (!plain.startsWith(letters, at)) return false;
    onRun({ from, to, at, end: at + letters.length }, open);
    at += letters.length;
    return true;
  };
  for (const part of html.matchAll(PART)) {
    const [written, closing, tag, attributes = ''] = part;
    if (tag !== undefined) {
      if (VOID.has(tag)) continue;
      if (closing === '/') {
        open.pop();
        if (skipped > 0) skipped -= 1;
      } else {
        open.push({ tag, href: / href="([^"]*)"/.exec(attributes)?.[1] });
        // The number that calls a note is not among the plain words.
        if (skipped > 0 || attributes.includes('data-footnote-ref')) skipped += 1;
      }
      if (!onTag()) return;
    } else if (skipped === 0) {
      const words = written.startsWith('&') ? decoded(part) : written;
      if (!follow(words, part.index, part.index + written.length, goOn)) return;
    }
  }
}

/** Follows words as a whole where their spaces are the same in both, else letter by letter. */
function follow(
  words: string,
  from: number,
  to: number,
  goOn: (letters: string, from: number, to: number) => boolean,
): boolean {
  if (to - from !== words.length) return LOOSE.test(words) || goOn(words, from, to);
  const before = LOOSE_START.exec(words)?.[0].length ?? 0;
  if (before === words.length) return true;
  const behind = LOOSE_END.exec(words)?.[0].length ?? 0;
  const end = words.length - behind;
  if (goOn(words.slice(before, end), from + before, from + end)) return true;
  for (let index = before; index < end;) {
    const letter = String.fromCodePoint(words.codePointAt(index) ?? 0);
    if (!LOOSE.test(letter) && !goOn(letter, from + index, from + index + letter.length)) {
      return false;
    }
    index += letter.length;
  }
  return true;
}

/** Where a range’s last letter ends: spaces behind it are not looked for. */
function contentEnd(plain: string, { start, end }: Range): number {
  let stop = end;
  while (stop > start && LOOSE.test(plain.charAt(stop - 1))) stop -= 1;
  return stop;
}

function decoded([written, , , , hexadecimal, decimal, name]: RegExpExecArray): string {
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  return name === undefined ? written : (NAMED[name] ?? written);
}
