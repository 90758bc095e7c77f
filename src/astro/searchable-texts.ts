import { createHash } from 'node:crypto';
import { textAddress } from '#catalogue/addresses.ts';
import { shownLede, shownTitle } from '#catalogue/article.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ArticleSummary, CompiledBody, Note, TextSummary } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import type { IndexableText } from '#search/build/index-language.ts';
import type { SearchableText } from '#search/build/text-to-html.ts';
import type { SearchableParagraph } from '#search/indexed-copy.ts';
import { searchedWords } from '#search/rows-file.ts';
import { primaryLanguage } from '#text/language.ts';
import { readBody } from './bodies.ts';

/** A text of the archive as search takes it. */
export interface TextForSearch extends IndexableText {
  readonly text: TextSummary;
}

/** The texts of each language in order of article and text; their bodies are read when asked for. */
export function searchableTexts(
  { articles }: Catalogue,
  compiled: string,
): Map<string, TextForSearch[]> {
  const texts = articles.flatMap((article) =>
    article.texts
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((text) => textForSearch(article, text, compiled)),
  );
  const byLanguage = Map.groupBy(texts, ({ text }) => primaryLanguage(text.lang));
  return new Map([...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is said of a text without reading its body. */
interface Head {
  readonly url: string;
  readonly title: string;
  readonly lede: string | undefined;
}

function textForSearch(
  article: ArticleSummary,
  text: TextSummary,
  compiled: string,
): TextForSearch {
  const head: Head = {
    url: textAddress(article.id, text.id),
    title: shownTitle(text),
    lede: shownLede(text),
  };
  // The key of a body tells everything that it was compiled from.
  const fingerprint = JSON.stringify([head, text.body]);
  return {
    text,
    article: article.id,
    url: head.url,
    length: text.length,
    fingerprint: createHash('sha256').update(fingerprint).digest('base64'),
    read: async () => withParagraphs(head, await readBody(compiled, text)),
  };
}

/** Title and lede first, as in `rows.json`: the places of paragraphs are the same in both. */
function withParagraphs(
  { url, title, lede }: Head,
  { paragraphs, notes }: CompiledBody,
): SearchableText {
  const head: SearchableParagraph[] = [
    { id: TITLE, words: title },
    ...(lede === undefined ? [] : [{ id: LEDE, words: lede }]),
  ];
  const body = paragraphs.map(({ ids: [id = ''], plain, html }) => {
    const called = notesCalledIn(html, notes).map((note) => note.plain);
    return { id, words: searchedWords({ words: plain, notes: called }) };
  });
  return { url, title, paragraphs: [...head, ...body] };
}

/** The notes that a paragraph calls: they are searched and shown with it. */
export function notesCalledIn(html: string, notes: readonly Note[]): readonly Note[] {
  return notes.filter(({ calls }) => html.includes(`id="${calls[0] ?? ''}"`));
}
