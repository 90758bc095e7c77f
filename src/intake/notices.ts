interface Wording {
  /**
   * `decided`: what the document made plain. `unsure`: what might be otherwise. `look`: what the
   * editor has to do or to see for himself.
   */
  readonly kind: 'decided' | 'unsure' | 'look';
  /** One sentence or two; `{blanks}` are filled from the notice’s arguments. */
  readonly wording: string;
  /** What it says instead of a translation, whose printed date is that of its original. */
  readonly ofTranslation?: string;
}

const OF_ORIGINAL =
  'it stands in `published_as`. It is taken for that of the original: add `published` to the original’s record, not to this one.';

/** Everything that an import tells the editor, and the one place where it is put into words. */
export const NOTICES = {
  'bidi-controls-removed': {
    kind: 'decided',
    wording: '{count} invisible direction controls were taken out; they only disturb.',
  },

  // Core: what the rules found
  'lede-found': {
    kind: 'decided',
    wording: 'The paragraph above the text is its summary (`lede`).',
  },
  'caption-found': { kind: 'decided', wording: '“{words}” is the caption of a picture.' },
  'heading-found': { kind: 'unsure', wording: '“{words}” is taken for the heading of a section.' },
  'second-story': {
    kind: 'unsure',
    wording: 'From “{words}” on, the text seems to tell another story (`.second-story`).',
  },
  'title-supplied': {
    kind: 'look',
    wording: 'The text has no headline; its first words stand as its title until you write one.',
  },
  'boilerplate-kept': {
    kind: 'look',
    wording: '“{words}” looks like part of a web page, but stands within the text: it was kept.',
  },
  'foreign-words-kept': {
    kind: 'unsure',
    wording: 'Words in another language ({lang}) are taken for part of the text around them.',
  },
  'two-languages-in-a-line': {
    kind: 'look',
    wording: '“{words}” holds two languages: divide it between the texts.',
  },
  'markdown-as-text': {
    kind: 'look',
    wording:
      'A paragraph has more than ten thousand signs of Markdown: the file was read as plain text.',
  },
  'very-long': {
    kind: 'look',
    wording:
      'The text has {count} million letters: divide it, or its page will be too long to read.',
  },
  'divided-words': {
    kind: 'look',
    wording: 'Words were divided at the ends of lines; their hyphens are still there.',
  },
  // Core: dates
  'date-without-year': {
    kind: 'look',
    wording: 'The date “{date}” has no year; it stands in `published_as`. Add `published`.',
    ofTranslation: `The date “{date}” has no year; ${OF_ORIGINAL}`,
  },
  'date-cut-off': {
    kind: 'look',
    wording: 'The date “{date}” is cut off; it stands in `published_as`. Add `published`.',
    ofTranslation: `The date “{date}” is cut off; ${OF_ORIGINAL}`,
  },
  'date-ambiguous': {
    kind: 'look',
    wording:
      'The date “{date}” can be read in two ways; it stands in `published_as`. Add `published`.',
    ofTranslation: `The date “{date}” can be read in two ways; ${OF_ORIGINAL}`,
  },
  'date-of-other-calendar': {
    kind: 'look',
    wording:
      'The date “{date}” is of another calendar and was not converted; it stands in `published_as`.',
  },
  'date-not-in-calendar': {
    kind: 'look',
    wording: 'There is no such day as “{date}”; it stands in `published_as`.',
  },
  'date-unread': {
    kind: 'look',
    wording: 'The date “{date}” cannot be read; it stands in `published_as`.',
  },
  'date-weekday': { kind: 'look', wording: '“{date}” was not on that day of the week.' },
  'several-dates': {
    kind: 'unsure',
    wording:
      'The text has several dates: {dates}. The first that can be read is taken; the others stand in `dropped`.',
  },
  'date-of-original': {
    kind: 'decided',
    wording:
      'The date “{date}” is taken for that of the original: a translation has it in `published_as` only.',
  },
  'date-of-writing': {
    kind: 'unsure',
    wording:
      'The date “{date}” is taken for that of the publication (`published`). Where it is that of the writing, as in a private letter, move it to `date` in `index.md`.',
  },
  // Core: what documents say about themselves
  'fact-taken': { kind: 'decided', wording: '`{key}` is taken from {from}: {value}' },
  'fact-differs': {
    kind: 'look',
    wording:
      'For `{key}`, {from} says “{said}”, and the document has “{printed}”, which was taken.',
  },
  'publisher-like-id': {
    kind: 'look',
    wording:
      'The publisher “{name}” would be read as an entity’s id, so it stands in `dropped`: write its name, or the entity.',
  },
  'record-unread': {
    kind: 'look',
    wording: 'The record above the text is not YAML; its lines stand in `dropped`.',
  },
  'picture-remote': {
    kind: 'look',
    wording: 'The picture {url} is on another host: it became a link. Save it beside the text.',
  },
  'picture-missing': {
    kind: 'look',
    wording: 'The picture {url} is not beside the file; only its description was kept.',
  },
  'picture-refused': {
    kind: 'look',
    wording:
      'The picture {name} was not taken: it holds scripts, or something else that no page may show. Save it as PNG, for example.',
  },
  'link-nowhere': {
    kind: 'look',
    wording:
      'The link to {address} leads to nothing in this archive: its words were kept, and the address stands in `dropped`.',
  },
  // Core: roles
  'original-guessed': {
    kind: 'unsure',
    wording:
      'The original is taken to be the text in {language}, because {reason}. Name it with `--original`, or correct `role`.',
  },
  'version-translates': {
    kind: 'look',
    wording:
      'The text `{id}.md` names a translator, and its original is here now: write `role: translation` in it.',
  },
  'role-decided': {
    kind: 'decided',
    wording: 'The text in {language} is a {role} of what the article holds.',
  },
  'address-taken': {
    kind: 'look',
    wording: 'The old address {from} could not be led to {to}: something else stands there.',
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
    kind: 'unsure',
    wording:
      'The words “{marker}” look like the marker of a paragraph. They are kept as words: a backslash stands before their brace, and in a title they went to `dropped`.',
  },

  // Exports of blogs
  'comments-left-out': {
    kind: 'decided',
    wording: 'Comments on this post that were left out: {count}.',
  },
  'export-comments-left-out': {
    kind: 'decided',
    wording:
      'Comments in the whole export that were left out: {count}; posts that had some: {posts}.',
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
  /** Whether it speaks of a translation. */
  readonly isOfTranslation?: true;
}

/** What a notice says, in words. */
export function noticeToWords({ code, args, isOfTranslation }: Notice): string {
  const { wording, ofTranslation }: Wording = NOTICES[code];
  const words = isOfTranslation === true ? (ofTranslation ?? wording) : wording;
  return words.replaceAll(/\{(\w+)\}/g, (blank, name: string) => args[name] ?? blank);
}
