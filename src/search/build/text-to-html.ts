import { indexedCopy, type SearchableParagraph } from '#search/indexed-copy.ts';

/** A text as the index needs it. */
export interface SearchableText {
  /** Address of its page, without base path. */
  readonly url: string;
  readonly title: string;
  /** Every paragraph, in order: title and lede first. */
  readonly paragraphs: readonly SearchableParagraph[];
}

/**
 * A text as the page that Pagefind reads: the indexed copy of each paragraph, an anchor before it,
 * and nothing else, so that a hit is a place in a paragraph. It names no filter and no order: those
 * are the table’s (`src/search/table.ts`).
 */
export function textToHtml({ title, paragraphs }: SearchableText, language: string): string {
  // An anchor without a title of its own would be passed over in favour of the one before it. Of an
  // anchor with words in it Pagefind writes all of them down once more.
  const blocks = paragraphs.map(
    ({ id, words }) =>
      `<a id="${id}" data-pagefind-title="${id}"></a><p>${escape(indexedCopy(words, language))}</p>`,
  );
  return [
    `<!doctype html><html lang="${language}"><head><title>${escape(title)}</title></head><body>`,
    '<main data-pagefind-body>',
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
