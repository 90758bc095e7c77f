import { createHash } from 'node:crypto';
import { textAddress } from '#catalogue/addresses.ts';
import { shownLede, shownTitle } from '#catalogue/article.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { CompiledBody, Note, TextSummary } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import type { IndexableText } from '#search/build/index-language.ts';
import type { SearchableText } from '#search/build/text-to-html.ts';
import type { SearchableParagraph } from '#search/indexed-copy.ts';
import { searchedWords } from '#search/rows-file.ts';
import { primaryLanguage } from '#text/language.ts';
import { readBody } from './bodies.ts';

/** What is said of a text without reading its body. */
interface Head {
  readonly url: string;
  readonly title: string;
  readonly lede: string | undefined;
}

/** A text of the archive as search is told of it: plain data, which can be sent to another process. */
export interface TextToIndex
  extends Head, Pick<TextSummary, 'article' | 'file' | 'body' | 'length'> {
  /** Primary tag of its language. */
  readonly language: string;
}

/** All texts in order of article and text. */
export function textsToIndex({ articles }: Pick<Catalogue, 'articles'>): TextToIndex[] {
  return articles.flatMap(({ id: article, texts }) =>
    texts
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((text): TextToIndex => {
        const { file, body, length } = text;
        return {
          ...{ article, file, body, length, language: primaryLanguage(text.lang) },
          url: textAddress(article, text.id),
          title: shownTitle(text),
          lede: shownLede(text),
        };
      }),
  );
}

/** The texts of each language, in the order given; their bodies are read when asked for. */
export function searchableTexts(
  texts: readonly TextToIndex[],
  compiled: string,
): Map<string, IndexableText[]> {
  const byLanguage = Map.groupBy(texts, ({ language }) => language);
  return new Map(
    [...byLanguage]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, some]) => [language, some.map((text) => toIndexable(text, compiled))]),
  );
}

function toIndexable(text: TextToIndex, compiled: string): IndexableText {
  const { article, url, title, lede, length } = text;
  // The key of a body tells everything that it was compiled from.
  const fingerprint = JSON.stringify([{ url, title, lede }, text.body]);
  return {
    ...{ article, url, length },
    fingerprint: createHash('sha256').update(fingerprint).digest('base64'),
    read: async () => withParagraphs(text, await readBody(compiled, text)),
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
