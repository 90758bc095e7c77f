import type { EditionName } from '#model/permanence.ts';

/** A value that the editor may have inferred: then it stands in brackets wherever it is shown. */
export interface Value {
  readonly value: string;
  readonly isSupplied: boolean;
}

/** Who wrote or translated, as citations divide names. */
export type CitedName =
  | { readonly family: string; readonly given?: string }
  /** A whole name, of a person or a body, that is not divided. */
  | { readonly whole: string };

/**
 * Who translated, or what is known where no name is. What the editor inferred stands in brackets
 * already, as a whole name.
 */
export type CitedTranslators =
  | { readonly kind: 'none' | 'unknown' | 'withheld' }
  | { readonly kind: 'people'; readonly names: readonly CitedName[] }
  | { readonly kind: 'machine'; readonly engine: string };

/** When something was made public: EDTF, or a day with the time as printed. */
export interface CitedDate extends Value {
  /** The edition of the archive in which it first appeared, where that is the date. */
  readonly edition?: number;
}

/** What a text renders. */
export interface CitedOriginal {
  readonly title: Value;
  readonly romanisedTitle?: string;
  readonly lang: string;
  readonly date?: Value;
  readonly publisher?: Value;
}

/**
 * Where a text stands: in something that others publish, or in this archive alone, as a report or
 * as a document of its own. Each format and each reader of formats has a type for these three.
 */
export type CitedType = 'article' | 'report' | 'document';

/**
 * The one record that every citation of a text is made from. It says nothing that the archive does
 * not know: no date where none is known, no outlet for a translation that the outlet did not print.
 */
export interface Citation {
  /** `<article>/<text>`: unique in the archive. */
  readonly id: string;
  readonly type: CitedType;
  /** The kind of the article in the editor’s word, as `statement`. */
  readonly genre?: string;
  /** BCP 47. */
  readonly lang: string;
  readonly title: Value;
  readonly romanisedTitle?: string;
  readonly abstract?: Value;
  readonly authors: readonly CitedName[];
  readonly areAuthorsSupplied: boolean;
  readonly translators: CitedTranslators;
  /** Who made this text public: its publisher, else the archive. */
  readonly container: Value & { readonly isArchive: boolean };
  readonly issued?: CitedDate;
  /** Absent on an original, and on a version of nothing at hand. */
  readonly original?: CitedOriginal;
  /** A re-post that it was taken from, by the name of who re-posted it. */
  readonly via?: string;
  readonly archive: string;
  /** The shelf mark within the archive. */
  readonly number: string;
  /** The newest edition of the archive; absent where that does not hold the text as it is now. */
  readonly edition?: EditionName;
  /** The permanent address of the text, whole. */
  readonly url: string;
  readonly rights?: { readonly status: string; readonly address: string; readonly holder?: string };
}

/** A value as it is shown and exported: in brackets where the editor supplied it. */
export function shown({ value, isSupplied }: Value): string {
  return isSupplied ? `[${value}]` : value;
}

/** A name as it is spoken: given names first. */
export function nameInOrder(name: CitedName): string {
  if ('whole' in name) return name.whole;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}
