interface Wording {
  /**
   * `decided`: what the document made plain. `unsure`: what might be otherwise. `look`: what the
   * editor has to do or to see for himself.
   */
  readonly kind: 'decided' | 'unsure' | 'look';
  /** One sentence or two; `{blanks}` are filled from the notice’s arguments. */
  readonly wording: string;
}

/** Everything that an import tells the editor, and the one place where it is put into words. */
export const NOTICES = {
  'bidi-controls-removed': {
    kind: 'decided',
    wording: '{count} invisible direction controls were taken out; they only disturb.',
  },

  // HTML
  'picture-not-at-hand': {
    kind: 'look',
    wording:
      'The picture {address} is not at hand. Save it beside the text and put it where it stood, or leave it out.',
  },
  'page-in-old-encoding': {
    kind: 'decided',
    wording: 'The page says that it is written in {encoding} and was read so.',
  },
  'no-main-text': {
    kind: 'unsure',
    wording:
      'No text stands out from the rest of the page, so all of its words were taken. Delete what does not belong to the text.',
  },
  'paragraphs-left-out': {
    kind: 'unsure',
    wording:
      'Paragraphs of the page that seem to be no part of its text were left out: {count}. They stand in `dropped`.',
  },
  'looks-like-a-marker': {
    kind: 'look',
    wording:
      'The words “{marker}” look like the marker of a paragraph and would be taken for one. Write them otherwise.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

export type NoticeCode = keyof typeof NOTICES;

/** What an import tells the editor, as data. */
export interface Notice {
  readonly code: NoticeCode;
  readonly args: Readonly<Record<string, string>>;
  /** The line of the document that it speaks of, from 1. */
  readonly line?: number;
}
