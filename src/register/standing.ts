import {
  articleAddress,
  entityAddress,
  inLanguage,
  pageAddress,
  textAddress,
} from '#catalogue/addresses.ts';
import type { ArticleFolder, Survey } from '#compile/survey.ts';
import type { ArticleSummary, EntitySummary, TextSummary } from '#model/compiled.ts';
import { LEDE, type ParagraphId, TITLE } from '#model/ids.ts';
import { pageOf } from '#model/schema/entity.ts';

/** A page of the archive that has a permanent address, and the file that it is made from. */
export type StandingPage =
  | {
      readonly kind: 'article' | 'text';
      readonly file: string;
      /** Whether a paragraph can be cited on it; with errors in a text any may be meant. */
      readonly has: (paragraph: string) => boolean;
      /** Whether all its texts could be read. */
      readonly isWhole: boolean;
      /** The minted ids, in the order of the text; none of an article, whose texts have them. */
      readonly ids: readonly ParagraphId[];
    }
  | { readonly kind: 'entity' | 'page'; readonly file: string };

/** The pages of the archive with permanent addresses, by address. */
export type Standing = ReadonlyMap<string, StandingPage>;

/**
 * Whether a page is that of a text which has all of these paragraphs. So it is with nearly every
 * text that was registered, and what is true of it need not be asked of each paragraph.
 */
export function hasAll(page: StandingPage | undefined, ids: readonly ParagraphId[]): boolean {
  if (page?.kind !== 'text' || !page.isWhole) return false;
  return ids.every((id, index) => page.ids[index] === id || page.ids.includes(id));
}

/** What stands now, also where it has errors: an error in a text is not the loss of its address. */
export function standingPages(
  found: Pick<Survey, 'articles' | 'entities' | 'pages'>,
  articles: readonly ArticleSummary[],
  entities: readonly EntitySummary[],
  languages: readonly string[],
): Standing {
  const standing = new Map<string, StandingPage>();
  const summaries = new Map(articles.map((article) => [article.id, article]));
  for (const folder of found.articles) addArticle(standing, folder, summaries.get(folder.id));
  const records = new Map(entities.map((entity) => [entity.id, entity.record]));
  for (const id of found.entities) {
    const record = records.get(id);
    if (record && pageOf(record) === 'none') continue;
    standing.set(entityAddress(id), { kind: 'entity', file: `entities/${id}.md` });
  }
  const [defaultLanguage = ''] = languages;
  const inDefault = new Set(
    found.pages.flatMap(({ slug, lang }) =>
      (lang ?? defaultLanguage) === defaultLanguage ? slug : [],
    ),
  );
  for (const { slug, lang, file } of found.pages) {
    const address = inLanguage(pageAddress(slug), lang ?? defaultLanguage, defaultLanguage);
    // The address without a language is the permanent one, where there is a page at it.
    const isPermanent = address === pageAddress(slug) || !inDefault.has(slug);
    if (isPermanent) standing.set(address, { kind: 'page', file });
  }
  return standing;
}

function addArticle(
  standing: Map<string, StandingPage>,
  { id, folder, texts }: ArticleFolder,
  summary: ArticleSummary | undefined,
): void {
  const shown = summary?.texts ?? [];
  for (const textId of texts) {
    const file = `${folder}/${textId}.md`;
    const text = shown.find((one) => one.id === textId);
    standing.set(textAddress(id, textId), {
      kind: 'text',
      file,
      has: (paragraph) => text === undefined || hasParagraph(text, paragraph),
      isWhole: text !== undefined,
      ids: text?.ids ?? [],
    });
  }
  const isWhole = shown.length === texts.length;
  standing.set(articleAddress(id), {
    kind: 'article',
    file: `${folder}/index.md`,
    isWhole,
    has: (paragraph) => !isWhole || shown.some((text) => hasParagraph(text, paragraph)),
    ids: [],
  });
}

function hasParagraph({ ids, record }: TextSummary, paragraph: string): boolean {
  if (paragraph === TITLE) return true;
  if (paragraph === LEDE) return record.lede !== undefined;
  return ids.some((id) => id === paragraph);
}
