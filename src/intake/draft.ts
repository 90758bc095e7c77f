import type { Mark } from '#model/compiled.ts';
import type { OutsideBlock } from './document.ts';
import type { Notice } from './notices.ts';

/** A block of a text to be, with what will stand in its marker. */
export interface DraftBlock extends OutsideBlock {
  readonly mark?: Mark;
}

/** What of a document stands in one language, on its way to a text: no role and no id yet. */
export interface Draft {
  /** BCP 47. */
  readonly lang: string;
  /** As printed; absent where no headline was found. */
  readonly title?: string;
  /** What of the title that the document gives beside its words is this text’s; its facts tell it whole. */
  readonly titleApart?: string;
  readonly lede?: string;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  /** EDTF, or a day with its time; absent where it is not certain. */
  readonly published?: string;
  readonly publishedAs?: string;
  /** Whether a place is printed before its date. */
  readonly isPlaced?: true;
  readonly body: readonly DraftBlock[];
  /** Pieces and lines of the document that stand nowhere else, in order. */
  readonly dropped: readonly string[];
  readonly notices: readonly Notice[];
}
