/** A range of HTML, in UTF-16 units. */
interface Range {
  readonly from: number;
  readonly to: number;
}

const TAG = /<(\/?)([a-z][a-z0-9]*)[^>]*>/giu;
const VOID: ReadonlySet<string> = new Set(['br', 'img', 'input', 'hr', 'wbr']);
/** What may stand in a link, and whose words are words of the sentence. */
const INLINE: ReadonlySet<string> = new Set([
  ...['b', 'bdi', 'bdo', 'br', 'cite', 'del', 'dfn', 'em', 'i', 'ins', 'mark', 'q', 's', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'wbr'],
]);

/**
 * Where an inline element may begin and end around a range of HTML: around the elements that begin or
 * end within it as well, where all of their words are in the range. Undefined where a part of an
 * element would be left outside, and where the range holds a link, code or a block.
 */
export function aroundElements(html: string, { from, to }: Range): Range | undefined {
  const opened: string[] = [];
  const closed: string[] = [];
  for (const [, slash, name = ''] of html.slice(from, to).matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (!INLINE.has(tag)) return undefined;
    if (VOID.has(tag)) continue;
    if (slash === '') opened.push(tag);
    else if (opened.pop() === undefined) closed.push(tag);
  }
  const start = closed.reduce<number | undefined>((at, tag) => beforeOpening(html, at, tag), from);
  const end = opened.reduceRight<number | undefined>((at, tag) => behindClosing(html, at, tag), to);
  return start === undefined || end === undefined ? undefined : { from: start, to: end };
}

/** Where the tag begins that opens an element directly before a place. */
function beforeOpening(html: string, at: number | undefined, tag: string): number | undefined {
  if (at === undefined) return undefined;
  const start = html.lastIndexOf('<', at - 1);
  const opening = new RegExp(`^<${tag}(?: [^>]*)?>$`, 'iu');
  return start >= 0 && opening.test(html.slice(start, at)) ? start : undefined;
}

/** Where the tag ends that closes an element directly behind a place. */
function behindClosing(html: string, at: number | undefined, tag: string): number | undefined {
  if (at === undefined) return undefined;
  const closing = `</${tag}>`;
  const isThere = html.slice(at, at + closing.length).toLowerCase() === closing;
  return isThere ? at + closing.length : undefined;
}
