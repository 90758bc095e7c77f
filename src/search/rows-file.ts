/** `/articles/<id>/rows.json`: an article’s texts and rows as data. See docs/rows.md. */
export interface RowsFile {
  readonly format: typeof ROWS_FORMAT;
  readonly id: string;
  /** The original first, then by role and id. */
  readonly texts: readonly RowsText[];
  /** In the order of the article’s page, title and lede first, second stories last. */
  readonly rows: readonly RowsRow[];
}

export const ROWS_FORMAT = 1;

export interface RowsText {
  readonly id: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly role: string;
  /** As it is shown: in brackets where the editor supplied it. */
  readonly title: string;
  /** Who said it, in the text’s language. */
  readonly attribution?: string;
}

export interface RowsRow {
  /** Every id of its paragraphs, each once; the first is the row’s own. */
  readonly ids: readonly string[];
  /** By text id; a text that lacks the row has no key. */
  readonly cells: Readonly<Record<string, readonly RowsParagraph[]>>;
}

export interface RowsParagraph {
  readonly ids: readonly string[];
  readonly kind: string;
  /** Its number within the text (¶ 4); absent where it is not counted. */
  readonly ordinal?: number;
  /** Its place in its text, from 0; title and lede have places too. */
  readonly place: number;
  /** Without markup and without the numbers of notes. */
  readonly words: string;
  /** The notes that it calls. */
  readonly notes?: readonly string[];
}

/** What is searched of a paragraph: a note belongs to the paragraph that calls it. */
export function searchedWords({
  words,
  notes = [],
}: Pick<RowsParagraph, 'words' | 'notes'>): string {
  return [words, ...notes].join('\n');
}

/** Reads the file. Throws where it is of another version. */
export function readRows(value: unknown): RowsFile {
  if (isRowsFile(value)) return value;
  throw new Error('The rows of an article are of another version of the site.');
}

/** The archive’s own build wrote it; this only tells it from another version’s. */
function isRowsFile(value: unknown): value is RowsFile {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === ROWS_FORMAT
  );
}
