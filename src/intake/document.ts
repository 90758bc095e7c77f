import type { ParagraphKind } from '#model/compiled.ts';
import type { LocalProblem } from '#model/problem.ts';
import type { Notice } from './notices.ts';

/** A file from outside. Nothing of it is in memory until it is asked for. */
export interface OutsideFile {
  /** Its name without folders. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** Its bytes in pieces, for what does not fit into memory. */
  readonly stream: () => AsyncIterable<Uint8Array>;
  /**
   * A file beside it, by its relative path (a picture of a saved page). Null where there is none,
   * and for a path that leads out of the folder of the file.
   */
  readonly beside: (path: string) => Promise<Uint8Array | null>;
}

/**
 * A format of files from outside: one small reader. It understands what the format says and decides
 * nothing else: language, headline, date, caption and boilerplate are rules over what it yields.
 */
export interface Format {
  /** As people call it: `HTML`, `WordPress export`. */
  readonly name: string;
  /** Whether a file is of this format. `head` is its beginning as words, at most 64 KiB of it. */
  readonly fits: (head: string, fileName: string) => boolean;
  /** The documents in a file, one by one and in order; most formats hold one. */
  readonly read: (file: OutsideFile) => AsyncIterable<OutsideDocument | UnreadableDocument>;
}

/** A document that cannot be read; the others of its file can. */
export interface UnreadableDocument {
  /** What the editor would call it: the file, or the title or address of a post. */
  readonly name: string;
  /** Lines of the file, from 1. */
  readonly problems: readonly LocalProblem[];
}

/**
 * A document as a reader understood it: everything that it says, in order, and nothing decided.
 * Every character that a reader of the document would see is in `blocks`, `facts` or `dropped`.
 */
export interface OutsideDocument {
  /** What the editor would call it: the file’s name, or the slug of a post. */
  readonly name: string;
  readonly blocks: readonly OutsideBlock[];
  /** What the document says about itself outside of its words; the most trustworthy first. */
  readonly facts: readonly Fact[];
  /**
   * Whether the first title among the facts is given beside the words, as in an export or the record
   * of a note, and not printed over them: what they begin with is then no headline.
   */
  readonly hasTitleApart?: boolean;
  /** What the reader left out as no part of the text (navigation, share buttons), line by line. */
  readonly dropped: readonly string[];
  /** The pictures that its blocks show and that are at hand. */
  readonly pictures: readonly OutsidePicture[];
  readonly notices: readonly Notice[];
  /** What goes to `source/`, byte for byte. */
  readonly source: { readonly name: string; readonly bytes: Uint8Array };
  /** The addresses on a site that the archive takes the place of, such as its blog; each as a path (`/2012/05/slug/`, `/?p=17`) from the root of its site. */
  readonly addresses: readonly string[];
}

/** A block of an outside document: what stands between two blank lines of Markdown. */
export interface OutsideBlock {
  /**
   * A rule divides, a note is the definition of a footnote, and a definition that of a link; these
   * three have no ids.
   */
  readonly kind: ParagraphKind | 'rule' | 'note' | 'definition';
  /** Of a heading, from 1. */
  readonly level?: number;
  /** As it will stand in the text’s file, of one or several lines, without blank lines around it. */
  readonly markdown: string;
  /** Its words without markup. Spaces within a line are one space; line breaks stay. */
  readonly plain: string;
  /** The line of the document in which it begins, from 1. */
  readonly line: number;
  /** Its language, where the document says so. */
  readonly lang?: string;
  /** What the document’s markup says that it is. Plain text never says so. */
  readonly is?: 'title' | 'lede' | 'byline' | 'date' | 'caption' | 'boilerplate';
}

/** What a document says about itself, one value at a time; a key may come several times. */
export interface Fact {
  readonly key: FactKey;
  readonly value: string;
  /** Where it says so, as the editor would look for it: `JSON-LD`, `Open Graph`, `the front matter`. */
  readonly from: string;
}

export const FACT_KEYS = [
  'title',
  /** A summary that the document gives of itself. */
  'lede',
  'author',
  'translator',
  /** As it is written; a rule reads it. */
  'published',
  'publisher',
  'url',
  'lang',
  /** Category or tag. */
  'subject',
  'kind',
  'collection',
  'licence',
  /** What its address calls it: a candidate for the article’s id. */
  'slug',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

/** A picture with its bytes. */
export interface OutsidePicture {
  /** By which the Markdown of the blocks names it; fit to be a file name of an archive. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
