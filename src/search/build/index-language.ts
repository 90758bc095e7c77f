import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex } from 'pagefind';

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
 * Indexes the texts of one language into one bundle of Pagefind’s and writes it to a folder. Each
 * paragraph is an anchor, so that a hit is a paragraph. Throws what Pagefind says is wrong.
 *
 * @param language the language whose stemmer is used, for documents and queries alike
 */
export async function indexLanguage(
  language: string,
  texts: AsyncIterable<SearchableText>,
  folder: string,
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind cannot index ${language}: ${errors.join('; ')}`);
  for await (const text of texts) {
    const added = await index.addHTMLFile({ url: text.url, content: textToHtml(text, language) });
    if (added.errors.length > 0) {
      throw new Error(`Pagefind cannot index ${text.url}: ${added.errors.join('; ')}`);
    }
  }
  const { files, errors: problems } = await index.getFiles();
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await index.deleteIndex();
}

/** Pagefind’s own interfaces; the archive has its own page for searching. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/;

function textToHtml({ title, attribution, paragraphs }: SearchableText, language: string): string {
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
