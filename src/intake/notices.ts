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
  'looks-like-a-marker': {
    kind: 'look',
    wording:
      'The words “{marker}” look like the marker of a paragraph and would be taken for one. Write them otherwise.',
  },

  // Exports of blogs
  'comments-left-out': {
    kind: 'decided',
    wording: 'Comments on this post that were left out: {count}.',
  },
  'export-comments-left-out': {
    kind: 'decided',
    wording: 'Comments in the whole export that were left out: {count}, on {posts} posts.',
  },
  'export-not-published': {
    kind: 'decided',
    wording:
      'Posts with the status “{status}” that were left out, because nobody had published them: {count} ({names}).',
  },
  'export-entries-left-out': {
    kind: 'decided',
    wording: 'Entries of the kind “{kind}” that were left out, because they are no posts: {count}.',
  },
  'export-other-kind': {
    kind: 'look',
    wording:
      'Published entries of the kind “{kind}” that were left out: {count} ({names}). Where they are texts of their own, change their kind to “post” in the blog and export it again.',
  },
  'control-characters-removed': {
    kind: 'decided',
    wording: '{count} control characters were taken out; nobody sees them.',
  },
  'shortcode-kept': {
    kind: 'look',
    wording:
      'The blog replaced these words in brackets by something else when it showed the post, and the export does not say by what: {names}. They stand in the text as they are.',
  },
  'block-without-words': {
    kind: 'look',
    wording:
      'The blog put these blocks together only when it showed the post, and the export does not hold them: {names}.',
  },
  'gallery-without-pictures': {
    kind: 'look',
    wording: 'A gallery shows pictures that the export does not name: {ids}.',
  },
  'post-translated': {
    kind: 'unsure',
    wording:
      'The blog says that this post renders, or is rendered by: {names}. Put their texts into one article if that is so.',
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
