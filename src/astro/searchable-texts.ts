import { createHash } from 'node:crypto';
import { textAddress } from '#catalogue/addresses.ts';
import { shownLede, shownTitle } from '#catalogue/article.ts';
import { attributionOf, type Entities } from '#catalogue/attribution.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ArticleSummary, CompiledBody, EntitySummary, TextSummary } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import type { IndexableText } from '#search/build/index-language.ts';
import type { SearchableParagraph, SearchableText } from '#search/build/text-to-html.ts';
import { primaryLanguage } from '#text/language.ts';
import { readBody } from './bodies.ts';

/** A text of the archive as search takes it. */
export interface TextForSearch extends IndexableText {
  readonly text: TextSummary;
}

/** The texts of each language in order of article and text; their bodies are read when asked for. */
export function searchableTexts(
  { articles, entities: all }: Catalogue,
  compiled: string,
): Map<string, TextForSearch[]> {
  const entities: Entities = new Map<string, EntitySummary>(
    all.map((entity) => [entity.id, entity]),
  );
  const texts = articles.flatMap((article) =>
    article.texts
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((text) => textForSearch(article, text, entities, compiled)),
  );
  const byLanguage = Map.groupBy(texts, ({ text }) => primaryLanguage(text.lang));
  return new Map([...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is said of a text without reading its body. */
type Head = Omit<SearchableText, 'paragraphs'> & { readonly lede: string | undefined };

function textForSearch(
  article: ArticleSummary,
  text: TextSummary,
  entities: Entities,
  compiled: string,
): TextForSearch {
  const head: Head = {
    url: textAddress(article.id, text.id),
    title: shownTitle(text),
    lede: shownLede(text),
    attribution: attributionOf(article, text, entities, text.lang) ?? '',
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

function withParagraphs(
  { url, title, lede, attribution }: Head,
  { paragraphs, notes }: CompiledBody,
): SearchableText {
  const head: SearchableParagraph[] = [
    { id: TITLE, words: title },
    ...(lede === undefined ? [] : [{ id: LEDE, words: lede }]),
  ];
  const body = paragraphs.flatMap(({ ids: [id], plain, html }) => {
    // A note belongs to the paragraph that calls it.
    const called = notes.filter(({ calls }) => html.includes(`id="${calls[0] ?? ''}"`));
    const words = [plain, ...called.map((note) => note.plain)].join('\n');
    return id === undefined ? [] : [{ id, words }];
  });
  return { url, title, attribution, paragraphs: [...head, ...body] };
}
