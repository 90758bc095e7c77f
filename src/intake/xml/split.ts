/** An element of an XML file as it stands in it. */
export interface RawElement {
  /** Its name without a prefix. */
  readonly name: string;
  /** The line in which it begins, from 1. */
  readonly line: number;
  /** Its bytes, unchanged; null where there are more of them than the limit allows. */
  readonly bytes: Uint8Array | null;
}

/** What is known of an XML file when it has been read to its end. */
export interface XmlEnd {
  /** The last line. */
  readonly line: number;
  /** The element that was open when the file ended; null where the file is whole. */
  readonly open: { readonly name: string; readonly line: number } | null;
}

/** How to take a file apart. */
export interface XmlSplitting {
  /** The elements to take out, by their names without a prefix. */
  readonly names: ReadonlySet<string>;
  /** The most bytes that one of them may have. */
  readonly limit: number;
  /** Bytes of one character of markup: 2 in UTF-16. */
  readonly stride: 1 | 2;
  /** Of UTF-16: whether the byte that counts comes second. */
  readonly isBigEndian: boolean;
  /** Whether `<![CDATA[` and comments are passed over as what they are; else they are words. */
  readonly knowsCdata: boolean;
}

const [LT, GT, BANG, QUESTION, SLASH] = [0x3c, 0x3e, 0x21, 0x3f, 0x2f];
const [QUOTE, APOSTROPHE, OPEN, CLOSE] = [0x22, 0x27, 0x5b, 0x5d];
const [LF, CR, COLON] = [0x0a, 0x0d, 0x3a];
const COMMENT = asSigns('<!--');
const CDATA = asSigns('<![CDATA[');
const COMMENT_END = asSigns('-->');
const CDATA_END = asSigns(']]>');
const INSTRUCTION_END = asSigns('?>');
const ENTITY = asSigns('<!ENTITY');
/** A tag that is longer is no tag: nothing is kept waiting for its end. */
const LONGEST_TAG = 65_536;
/** Names of entities that are remembered; a file with more of its own is no export. */
const MOST_ENTITIES = 10_000;

type Inside = 'words' | 'comment' | 'cdata' | 'instruction' | 'declaration';

/**
 * Takes elements out of an XML file that comes in pieces, in one pass and without keeping anything
 * of what was before: it looks for the ends of elements only, so that a fault inside of one does not
 * reach the next.
 */
export class XmlSplitter {
  readonly #how: XmlSplitting;
  /** What has come and is not decided yet: bytes, and their signs (one a character of markup). */
  #bytes: Uint8Array = new Uint8Array();
  #signs: Uint8Array = new Uint8Array();
  #at = 0;
  #line = 1;
  #countedTo = 0;
  #endsInCr = false;
  #inside: Inside = 'words';
  /** Of a declaration: the quotation mark that is open, and how many brackets are. */
  #quote = 0;
  #depth = 0;
  #root: { readonly name: string; readonly line: number } | null = null;
  #rootIsClosed = false;
  #open: { name: string; line: number; from: number; size: number; kept: Uint8Array[] } | null =
    null;
  readonly #entities = new Set<string>();

  constructor(how: XmlSplitting, firstLine = 1) {
    this.#how = how;
    this.#line = firstLine;
  }

  /** The names of the entities that the file declares of its own. */
  get entities(): ReadonlySet<string> {
    return this.#entities;
  }

  /** The elements that end in these bytes. */
  *push(chunk: Uint8Array): Generator<RawElement> {
    this.#take(chunk);
    yield* this.#scan(false);
    this.#letGo();
  }

  /** The elements that were waiting for more to come. */
  *end(): Generator<RawElement, XmlEnd> {
    yield* this.#scan(true);
    this.#count(this.#signs.length);
    const root = this.#rootIsClosed ? null : (this.#root ?? { name: '', line: 1 });
    const open = this.#open ?? root;
    return { line: this.#line, open: open && { name: open.name, line: open.line } };
  }

  #take(chunk: Uint8Array): void {
    const { stride, isBigEndian } = this.#how;
    this.#bytes = joined([this.#bytes, chunk]);
    if (stride === 1) {
      this.#signs = this.#bytes;
      return;
    }
    const signs = new Uint8Array(Math.floor(this.#bytes.length / 2));
    for (let index = 0; index < signs.length; index += 1) {
      const [first = 0, second = 0] = [this.#bytes[2 * index], this.#bytes[2 * index + 1]];
      const [high, low] = isBigEndian ? [first, second] : [second, first];
      signs[index] = high === 0 ? low : 0xff;
    }
    this.#signs = signs;
  }

  /** Forgets what is decided. */
  #letGo(): void {
    const { stride, limit } = this.#how;
    this.#count(this.#at);
    const open = this.#open;
    if (open) {
      const bytes = this.#bytes.slice(open.from * stride, this.#at * stride);
      open.size += bytes.length;
      if (open.size > limit) open.kept.length = 0;
      else open.kept.push(bytes);
      open.from = 0;
    }
    this.#bytes = this.#bytes.slice(this.#at * stride);
    this.#signs = stride === 1 ? this.#bytes : this.#signs.slice(this.#at);
    this.#at = 0;
    this.#countedTo = 0;
  }

  *#scan(isEnd: boolean): Generator<RawElement> {
    for (;;) {
      const before = this.#at;
      const wasInside = this.#inside;
      const element = this.#step(isEnd);
      if (element) yield element;
      else if (this.#at === before && this.#inside === wasInside) return;
    }
  }

  /** Goes on to the next thing that can be decided; stays where it is if there is none. */
  #step(isEnd: boolean): RawElement | null {
    if (this.#inside === 'comment') this.#skipTo(COMMENT_END, isEnd);
    else if (this.#inside === 'cdata') this.#skipTo(CDATA_END, isEnd);
    else if (this.#inside === 'instruction') this.#skipTo(INSTRUCTION_END, isEnd);
    else if (this.#inside === 'declaration') this.#skipDeclaration(isEnd);
    else return this.#words(isEnd);
    return null;
  }

  #skipTo(end: Uint8Array, isEnd: boolean): void {
    const last = end[end.length - 1] ?? GT;
    for (let from = this.#at + end.length - 1; ;) {
      const found = this.#signs.indexOf(last, from);
      if (found < 0) break;
      if (this.#stands(end, found - end.length + 1)) {
        this.#at = found + 1;
        this.#inside = this.#depth > 0 ? 'declaration' : 'words';
        return;
      }
      from = found + 1;
    }
    const waiting = isEnd ? 0 : end.length - 1;
    this.#at = Math.max(this.#at, this.#signs.length - waiting);
  }

  /** `<!DOCTYPE … [ … ]>`: quoted values and comments may hold any sign. */
  #skipDeclaration(isEnd: boolean): void {
    for (; this.#at < this.#signs.length; this.#at += 1) {
      const sign = this.#signs[this.#at];
      if (this.#quote !== 0) {
        if (sign === this.#quote) this.#quote = 0;
      } else if (sign === QUOTE || sign === APOSTROPHE) this.#quote = sign;
      else if (sign === OPEN) this.#depth += 1;
      else if (sign === CLOSE) this.#depth = Math.max(0, this.#depth - 1);
      else if (sign === GT && this.#depth === 0) {
        this.#at += 1;
        this.#inside = 'words';
        return;
      } else if (sign === LT && this.#depth > 0) {
        if (!isEnd && this.#signs.length - this.#at < 256) return;
        if (this.#stands(ENTITY, this.#at)) this.#remember(this.#at + ENTITY.length);
        if (this.#stands(COMMENT, this.#at)) {
          this.#at += COMMENT.length;
          this.#inside = 'comment';
          return;
        }
      }
    }
  }

  #remember(from: number): void {
    const words = asWords(this.#signs.subarray(from, from + 200));
    const name = /^\s+(?:%\s+)?([^\s"'<>%;&]+)/.exec(words)?.[1];
    if (name !== undefined && this.#entities.size < MOST_ENTITIES) this.#entities.add(name);
  }

  #words(isEnd: boolean): RawElement | null {
    const found = this.#signs.indexOf(LT, this.#at);
    if (found < 0) {
      this.#at = this.#signs.length;
      return null;
    }
    this.#at = found;
    const left = this.#signs.length - found;
    if (left < CDATA.length && !isEnd) return null;
    const next = this.#signs[found + 1];
    if (next === BANG || next === QUESTION) {
      this.#skipMarkup(next, found);
      return null;
    }
    const tag = this.#tagAt(found, isEnd);
    if (tag === 'not yet') return null;
    if (tag === null) {
      this.#at = found + 1;
      return null;
    }
    this.#at = tag.end;
    return this.#open ? this.#inElement(tag) : this.#betweenElements(tag, found);
  }

  #skipMarkup(next: number, found: number): void {
    const { knowsCdata } = this.#how;
    if (knowsCdata && this.#stands(COMMENT, found)) {
      this.#inside = 'comment';
      this.#at = found + COMMENT.length;
    } else if (knowsCdata && this.#stands(CDATA, found)) {
      this.#inside = 'cdata';
      this.#at = found + CDATA.length;
    } else if (this.#open || !knowsCdata) this.#at = found + 2;
    else {
      this.#inside = next === BANG ? 'declaration' : 'instruction';
      this.#at = found + 2;
    }
  }

  #inElement(tag: Tag): RawElement | null {
    const open = this.#open;
    if (!open || !tag.isEnd || tag.name !== open.name) return null;
    const { stride, limit } = this.#how;
    const last = this.#bytes.slice(open.from * stride, tag.end * stride);
    const isTooLarge = open.size + last.length > limit;
    this.#open = null;
    const bytes = isTooLarge ? null : joined([...open.kept, last]);
    return { name: open.name, line: open.line, bytes };
  }

  #betweenElements(tag: Tag, from: number): RawElement | null {
    this.#count(from);
    const line = this.#line;
    if (tag.isEnd) {
      if (tag.name === this.#root?.name) this.#rootIsClosed = true;
      return null;
    }
    if (!this.#how.names.has(tag.name)) {
      this.#root ??= { name: tag.name, line };
      return null;
    }
    if (tag.isEmpty) {
      const { stride } = this.#how;
      const bytes = this.#bytes.slice(from * stride, tag.end * stride);
      return { name: tag.name, line, bytes };
    }
    this.#open = { name: tag.name, line, from, size: 0, kept: [] };
    return null;
  }

  /** The tag that begins here; null where none does. */
  #tagAt(from: number, isEnd: boolean): Tag | null | 'not yet' {
    const signs = this.#signs;
    const isEndTag = signs[from + 1] === SLASH;
    let at = from + (isEndTag ? 2 : 1);
    let begin = at;
    for (; at < signs.length && isNameSign(signs[at]); at += 1) {
      if (signs[at] === COLON) begin = at + 1;
      if (at - from > 256) return null;
    }
    if (at === begin && at < signs.length) return null;
    const name = asWords(signs.subarray(begin, at));
    let quote = 0;
    for (; at < signs.length && at - from < LONGEST_TAG; at += 1) {
      const sign = signs[at];
      if (quote !== 0) {
        if (sign === quote) quote = 0;
      } else if (sign === QUOTE || sign === APOSTROPHE) quote = sign;
      else if (sign === GT) {
        return { name, end: at + 1, isEnd: isEndTag, isEmpty: signs[at - 1] === SLASH };
      } else if (sign === LT) return null;
    }
    return at - from >= LONGEST_TAG || isEnd ? null : 'not yet';
  }

  #stands(words: Uint8Array, at: number): boolean {
    for (let index = 0; index < words.length; index += 1) {
      if (this.#signs[at + index] !== words[index]) return false;
    }
    return true;
  }

  /** Counts lines as every editor does: CR LF is one end of a line, so are LF and CR alone. */
  #count(to: number): void {
    for (let index = this.#countedTo; index < to; index += 1) {
      const sign = this.#signs[index];
      if (sign === CR || (sign === LF && !this.#endsInCr)) this.#line += 1;
      this.#endsInCr = sign === CR;
    }
    this.#countedTo = Math.max(this.#countedTo, to);
  }
}

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
}

function isNameSign(sign: number | undefined): boolean {
  return sign !== undefined && sign > 0x20 && sign !== GT && sign !== SLASH && sign !== LT;
}

function asSigns(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

function asWords(signs: Uint8Array): string {
  return String.fromCharCode(...signs);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first, ...others] = parts.filter(({ length }) => length > 0);
  if (!first || others.length === 0) return first ?? new Uint8Array();
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
