import { appearances, type Appearance, type Catalogue } from '#catalogue/catalogue.ts';
import { checkCatalogue } from '#catalogue/check.ts';
import { compileArticle, type Reference } from '#compile/article.ts';
import type { CompileCache } from '#compile/cache.ts';
import { compileEntity } from '#compile/entity.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { compilePage } from '#compile/page.ts';
import { readArchiveRecord, readRedirects } from '#compile/settings.ts';
import { survey } from '#compile/survey.ts';
import { DICTIONARY_LANGUAGES } from '#interface/dictionaries.ts';
import type { ArticleSummary, EntitySummary, PageSummary } from '#model/compiled.ts';
import type { ArticleId } from '#model/ids.ts';
import { type Problem, problem, sortProblems } from '#model/problem.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import { primaryLanguage } from '#text/language.ts';

/** An archive as a whole: light records, and every problem that it has. */
export interface LoadedArchive {
  /** Null where `archive.yaml` cannot be used: then there is nothing to publish. */
  readonly catalogue: Catalogue | null;
  /** By entity id. */
  readonly appearances: ReadonlyMap<string, readonly Appearance[]>;
  readonly problems: readonly Problem[];
}

/** Hears how far the work is: articles done, of how many. */
export type OnProgress = (done: number, total: number) => void;

/** How many articles are compiled at a time: enough to keep the disk busy, few in memory. */
const AT_A_TIME = 16;

/**
 * The one file that knows the order: content folder → survey → articles, entities and pages
 * compiled one by one → catalogue → checks. What has errors is left out of the catalogue; whether
 * that may be published is for the caller to decide by the problems.
 */
export async function loadArchive(
  files: ArchiveFiles,
  cache: CompileCache,
  onProgress: OnProgress = () => undefined,
): Promise<LoadedArchive> {
  const settings = await readArchiveRecord(files);
  const found = await survey(files);
  const problems: Problem[] = [...settings.problems, ...found.problems];
  const references: Reference[] = [];

  const articles: ArticleSummary[] = [];
  const named = new Map<ArticleId, Set<string>>();
  for (let start = 0; start < found.articles.length; start += AT_A_TIME) {
    const folders = found.articles.slice(start, start + AT_A_TIME);
    const compiled = await Promise.all(folders.map((one) => compileArticle(one, files, cache)));
    for (const [index, { article, references: some, problems: own }] of compiled.entries()) {
      if (article) articles.push(article);
      references.push(...some);
      problems.push(...own);
      const id = folders[index]?.id;
      const entities = some.flatMap(({ to, id: entity }) => (to === 'entity' ? [entity] : []));
      if (id !== undefined) named.set(id, new Set(entities));
    }
    onProgress(Math.min(start + AT_A_TIME, found.articles.length), found.articles.length);
  }

  const entities: EntitySummary[] = [];
  for (const id of found.entities) {
    const { entity, references: some, problems: own } = await compileEntity(id, files, cache);
    if (entity) entities.push(entity);
    references.push(...some);
    problems.push(...own);
  }

  const defaultLanguage = settings.record?.languages[0] ?? 'en';
  const pages: PageSummary[] = [];
  for (const one of found.pages) {
    const { page, problems: own } = await compilePage(one, defaultLanguage, files);
    if (page) pages.push(page);
    problems.push(...own);
  }

  const redirects = found.hasRedirects ? await readRedirects(files) : { file: null, problems: [] };
  problems.push(...redirects.problems);
  if (!settings.record) {
    return { catalogue: null, appearances: new Map(), problems: sortProblems(problems) };
  }
  problems.push(...checkLanguages(settings.record));
  const catalogue: Catalogue = {
    archive: settings.record,
    articles: articles.sort(byId),
    entities: entities.sort(byId),
    pages,
    redirects: redirects.file?.redirects ?? {},
  };
  const known = {
    articles: new Set<string>(found.articles.map(({ id }) => id)),
    entities: new Set<string>(found.entities),
  };
  const lineOf = (address: string): number => redirects.file?.lineOf(address) ?? 1;
  problems.push(...checkCatalogue(catalogue, references, known, lineOf));
  return {
    catalogue,
    appearances: appearances(catalogue.articles, named),
    problems: sortProblems(problems),
  };
}

function checkLanguages({ languages }: ArchiveRecord): Problem[] {
  return languages
    .filter((language) => !DICTIONARY_LANGUAGES.includes(primaryLanguage(language)))
    .map((language) => {
      const known = DICTIONARY_LANGUAGES.map((tag) => `\`${tag}\``).join(' and ');
      return problem({ file: 'archive.yaml', line: 1 }, 'no-dictionary', { language, known });
    });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
