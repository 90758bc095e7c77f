import type { Tombstone } from './schema/redirects.ts';

/** An edition by its number and its day. */
export interface EditionName {
  readonly number: number;
  /** A day, `2026-01-02`. */
  readonly date: string;
}

/** How a text stands to what was last sealed of it. */
export interface SealedText {
  /** Path of its history, relative to the archive. */
  readonly history: string;
  /** SHA-256 of that history: a page that shows it is made anew where it has changed. */
  readonly digest: string;
  /** The last revision that was sealed: its number, the edition, the edition’s day. */
  readonly revision: number;
  readonly edition: number;
  readonly date: string;
  /** SHA-256 of the text’s file as it was sealed. */
  readonly sha256: string;
  /** Whether the file is another now. */
  readonly isChanged: boolean;
  /** The edition that first held the text, at whatever address. */
  readonly first: EditionName;
  /** Whether the newest edition holds the file as it is now. */
  readonly isInNewest: boolean;
}

/** What became of a former address: where it leads now, or why it is gone. */
export type Fate =
  | { readonly moved: { readonly address: string; readonly paragraph?: string } }
  | { readonly gone: Tombstone };

/** A paragraph that is no longer on the page where it was cited, and what became of it. */
export interface FormerParagraph {
  readonly id: string;
  readonly fate: Fate;
}

/** A text that is no longer where it was, by the id that it had, and what became of it. */
export interface FormerText {
  readonly id: string;
  readonly fate: Fate;
}

/** A file for machines that stood beside a former page: servers lead from it, no page can. */
export interface FormerFile {
  /** Its address. */
  readonly id: string;
  /** The former page that it belonged to. */
  readonly page: FormerPage;
  readonly fate: Fate;
}

/** A former address: a page of its own says what became of what stood there. */
export interface FormerPage {
  /** The address itself. */
  readonly id: string;
  readonly kind: 'article' | 'text' | 'entity' | 'page' | 'other';
  /** Of a page that stood beside one of that kind: what it was. */
  readonly beside?: 'cite' | 'history';
  readonly fate: Fate;
  /** Paragraphs that did not go where the page went, or have an end of their own. */
  readonly paragraphs: readonly FormerParagraph[];
  /** Of a page of citations: the texts that are not cited where it leads. */
  readonly texts?: readonly FormerText[];
}
