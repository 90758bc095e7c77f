import { type LocalProblem, problemAt } from '#model/problem.ts';
import { encodingOf, HEAD_OF_XML, type XmlEncoding } from './encoding.ts';
import { htmlAsCdata, mendCdata, mendXml } from './mend.ts';
import { type RawElement, XmlSplitter, type XmlSplitting } from './split.ts';
import { readXml, type XmlElement } from './tree.ts';

/** An element of a large XML file. */
export interface XmlPiece {
  readonly element: XmlElement;
  /** The line in which it begins, from 1. */
  readonly line: number;
  /** It as it stands in the file, byte for byte. */
  readonly bytes: Uint8Array;
  /** The words from which it was read; `from` and `to` of its elements are places in them. */
  readonly words: string;
  /** How many control characters were taken out of it. */
  readonly controls: number;
}

/** An element, or the file from here on, that cannot be read. */
export interface XmlGap {
  readonly element: null;
  /** The name of the element; empty where the file itself is at fault. */
  readonly name: string;
  /** What there is of it to tell the editor which one it is: its first words. */
  readonly words: string;
  readonly problems: readonly LocalProblem[];
}

/** No post is larger; what is, is some other thing. */
export const LARGEST_PIECE = 64 * 1024 * 1024;

/**
 * Takes elements out of an XML file one by one, however large the file is: nothing is kept of those
 * before. An element that cannot be read is a gap, and the next one follows. No entity that the file
 * declares is ever expanded. A file that breaks off yields what was complete, then a gap that says so.
 *
 * @param names the elements to take, without prefixes
 */
export async function* xmlPieces(
  stream: AsyncIterable<Uint8Array>,
  names: ReadonlySet<string>,
  limit = LARGEST_PIECE,
): AsyncGenerator<XmlPiece | XmlGap> {
  let reader: PieceReader | null = null;
  let head: Uint8Array = new Uint8Array();
  for await (const chunk of stream) {
    if (reader) {
      yield* reader.push(chunk);
      continue;
    }
    head = withMore(head, chunk);
    if (head.length < HEAD_OF_XML) continue;
    reader = readerFor(head, names, limit);
    if (!reader) break;
    yield* reader.push(head);
  }
  if (!reader) {
    reader = readerFor(head, names, limit);
    if (!reader) {
      const found = encodingOf(head.subarray(0, HEAD_OF_XML));
      const encoding = found.encoding === null ? found.name : found.encoding.label;
      yield gap('', '', problemAt(1, 'export-unknown-encoding', { encoding }));
      return;
    }
    yield* reader.push(head);
  }
  yield* reader.end();
}

function readerFor(
  head: Uint8Array,
  names: ReadonlySet<string>,
  limit: number,
): PieceReader | null {
  const { encoding } = encodingOf(head.subarray(0, HEAD_OF_XML));
  return encoding && new PieceReader(encoding, names, limit);
}

class PieceReader {
  readonly #encoding: XmlEncoding;
  readonly #how: XmlSplitting;
  readonly #splitter: XmlSplitter;

  constructor(encoding: XmlEncoding, names: ReadonlySet<string>, limit: number) {
    const { stride, isBigEndian } = encoding;
    this.#encoding = encoding;
    this.#how = { names, limit, stride, isBigEndian, knowsCdata: true };
    this.#splitter = new XmlSplitter(this.#how);
  }

  *push(chunk: Uint8Array): Generator<XmlPiece | XmlGap> {
    for (const raw of this.#splitter.push(chunk)) yield* this.#read(raw);
  }

  *end(): Generator<XmlPiece | XmlGap> {
    const rest = this.#splitter.end();
    let next = rest.next();
    for (; !next.done; next = rest.next()) yield* this.#read(next.value);
    const { line, open } = next.value;
    if (!open) return;
    if (open.name === '') {
      yield gap('', '', problemAt(1, 'export-not-xml', { reason: 'no element begins in it' }));
      return;
    }
    const args = { element: open.name, begin: String(open.line) };
    yield gap('', '', problemAt(line, 'export-cut-off', args));
  }

  *#read(raw: RawElement): Generator<XmlPiece | XmlGap> {
    const whole = this.#understand(raw);
    if (whole.element) {
      yield whole;
      return;
    }
    // A CDATA section that does not end swallows its neighbours: give each of them back.
    const parts = raw.bytes ? [...this.#apart(raw, raw.bytes)] : [];
    const isBetter = parts.length > 1 && parts.some(({ element }) => element !== null);
    yield* isBetter ? parts : [whole];
  }

  *#apart(raw: RawElement, bytes: Uint8Array): Generator<XmlPiece | XmlGap> {
    const how = { ...this.#how, names: new Set([raw.name]), knowsCdata: false };
    const splitter = new XmlSplitter(how, raw.line);
    const parts = [...splitter.push(bytes), ...splitter.end()];
    if (parts.length > 1) for (const part of parts) yield this.#understand(part);
  }

  #understand({ name, line, bytes }: RawElement): XmlPiece | XmlGap {
    if (!bytes) {
      const megabytes = String(Math.round(this.#how.limit / 1024 / 1024));
      return gap(name, '', problemAt(line, 'export-element-too-large', { megabytes }));
    }
    const source = this.#decode(bytes);
    if (source === null) {
      const encoding = this.#encoding.label.toUpperCase();
      const words = new TextDecoder(this.#encoding.label).decode(bytes);
      return gap(name, words, problemAt(line, 'export-not-decodable', { encoding }));
    }
    const mended = mendXml(source);
    const own = mended.unknown.find((entity) => this.#splitter.entities.has(entity));
    if (own !== undefined) {
      return gap(name, mended.words, problemAt(line, 'export-own-entity', { entity: own }));
    }
    const { controls } = mended;
    const words = htmlAsCdata(mended.words);
    const strict = readXml(words, line);
    if (strict.element && !mended.endsTwice) {
      return { element: strict.element, line, bytes, words, controls };
    }
    const again = mendXml(mendCdata(source.replaceAll(/\r\n?/g, '\n')));
    const { element } = readXml(again.words, line);
    if (element) return { element, line, bytes, words: again.words, controls: again.controls };
    if (strict.element) return { element: strict.element, line, bytes, words, controls };
    const { reason } = strict.fault;
    return gap(name, words, problemAt(strict.fault.line, 'export-not-xml', { reason }));
  }

  #decode(bytes: Uint8Array): string | null {
    try {
      return new TextDecoder(this.#encoding.label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  }
}

function gap(name: string, words: string, problem: LocalProblem): XmlGap {
  return { element: null, name, words: words.slice(0, 10_000), problems: [problem] };
}

function withMore(before: Uint8Array, more: Uint8Array): Uint8Array {
  const whole = new Uint8Array(before.length + more.length);
  whole.set(before);
  whole.set(more, before.length);
  return whole;
}
