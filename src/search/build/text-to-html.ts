/** A text as the index needs it. */
export interface SearchableText {
  /** Address of its page, without base path. */
  readonly url: string;
  readonly title: string;
  /** Who said it, for the list of hits: an archive never shows a bare headline. */
  readonly attribution: string;
  readonly paragraphs: readonly SearchableParagraph[];
}

export interface SearchableParagraph {
  readonly id: string;
  readonly words: string;
}

/**
 * A text as the page that Pagefind reads: each paragraph is an anchor, so that a hit is a paragraph.
 * It names no filter and no order: those are the table’s (`src/search/table.ts`).
 */
export function textToHtml(
  { title, attribution, paragraphs }: SearchableText,
  language: string,
): string {
  // An anchor without a title of its own would be passed over in favour of the one before it.
  const blocks = paragraphs.map(
    ({ id, words }) => `<p id="${id}" data-pagefind-title="${id}">${escape(words)}</p>`,
  );
  return [
    `<!doctype html><html lang="${language}"><head><title>${escape(title)}</title></head><body>`,
    `<main data-pagefind-body data-pagefind-meta="title:${escape(title)}">`,
    `<span data-pagefind-meta="attribution:${escape(attribution)}"></span>`,
    ...blocks,
    '</main></body></html>',
  ].join('\n');
}

function escape(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
