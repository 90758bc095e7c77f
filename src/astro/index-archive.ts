import { join } from 'node:path';
import { close } from 'pagefind';
import { textAddress } from '#catalogue/addresses.ts';
import { shownLede, shownTitle } from '#catalogue/article.ts';
import { attributionOf, type Entities } from '#catalogue/attribution.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ArticleSummary, CompiledBody, TextSummary } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import {
  indexLanguage,
  type SearchableParagraph,
  type SearchableText,
} from '#search/build/index-language.ts';
import { primaryLanguage } from '#text/language.ts';
import { readBody } from './bodies.ts';
import type { Progress } from './progress.ts';

/** Writes one search bundle for each language of the texts; `folder/<language>/`. */
export async function indexArchive(
  catalogue: Catalogue,
  compiled: string,
  folder: string,
  progress: Progress,
): Promise<void> {
  const phase = progress.phase('index', 'text');
  const entities: Entities = new Map(catalogue.entities.map((entity) => [entity.id, entity]));
  const total = catalogue.articles.reduce((sum, { texts }) => sum + texts.length, 0);
  let done = 0;
  try {
    for (const [language, texts] of textsByLanguage(catalogue)) {
      const searchable = async function* (): AsyncGenerator<SearchableText> {
        for (const { article, text } of texts) {
          yield searchableText(entities, article, text, await readBody(compiled, text));
          done += 1;
          phase.advance(done, total);
        }
      };
      await indexLanguage(language, searchable(), join(folder, language));
    }
  } finally {
    await close();
  }
  phase.end();
}

interface TextOfArticle {
  readonly article: ArticleSummary;
  readonly text: TextSummary;
}

function textsByLanguage({ articles }: Catalogue): Map<string, TextOfArticle[]> {
  const byLanguage = new Map<string, TextOfArticle[]>();
  for (const article of articles) {
    for (const text of article.texts) {
      const language = primaryLanguage(text.lang);
      const list = byLanguage.get(language) ?? [];
      list.push({ article, text });
      byLanguage.set(language, list);
    }
  }
  return byLanguage;
}

function searchableText(
  entities: Entities,
  article: ArticleSummary,
  text: TextSummary,
  { paragraphs, notes }: CompiledBody,
): SearchableText {
  const title = shownTitle(text);
  const lede = shownLede(text);
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
  return {
    url: textAddress(article.id, text.id),
    title,
    attribution: attributionOf(article, text, entities, text.lang) ?? '',
    paragraphs: [...head, ...body],
  };
}
