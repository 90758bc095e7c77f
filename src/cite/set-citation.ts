import type { Citation } from './citation.ts';
import type { Style } from './styles.ts';

/** Stands for the number of the paragraph in a set citation: the reader’s choice puts it there. */
export const ORDINAL = '\uE000';
/** Behind the address in a set citation: the anchor of the paragraph, or nothing. */
export const ANCHOR = '\uE001';

/** A source in one style, in HTML. */
export interface SetCitation {
  readonly style: Style;
  /** The entry of the bibliography. It may hold `ANCHOR`. */
  readonly entry: string;
  /** The note, or the citation in the text. */
  readonly inText: string;
  /** The same for a paragraph: it holds `ORDINAL`, and may hold `ANCHOR`. */
  readonly inTextOfParagraph: string;
}

/** Sets citations in some styles, in the typography of one language. */
export type Formatter = (citation: Citation) => readonly SetCitation[];
