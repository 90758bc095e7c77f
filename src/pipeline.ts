import { setImmediate as whatWaits } from 'node:timers/promises';
import { type OwnStyle, readOwnStyles } from '#cite/own-styles.ts';
import { appearances, type Appearance, type Catalogue } from '#catalogue/catalogue.ts';
import { checkAddresses, checkReferences } from '#catalogue/check.ts';
import { compileArticle, type FreshArticle } from '#compile/article.ts';
import type { CompileCache } from '#compile/cache.ts';
import { compileEntity } from '#compile/entity.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { type ListedName, sharedNames } from '#compile/listed-names.ts';
import { type Compiled, nothingCompiled } from '#compile/memory.ts';
import type { MentionCount } from '#compile/mentions.ts';
import { nameList } from '#compile/name-list.ts';
import { compilePage } from '#compile/page.ts';
import {
  readArchiveRecord,
  readRedirects,
  type RedirectsFile,
  type Settings,
} from '#compile/settings.ts';
import type { Reference } from '#compile/references.ts';
import { type Hand, shareOut } from '#compile/share-out.ts';
import { type ArticleFolder, survey, type Survey } from '#compile/survey.ts';
import { DICTIONARY_LANGUAGES } from '#interface/dictionaries.ts';
import type { ArticleSummary, EntitySummary, PageSummary } from '#model/compiled.ts';
import type { ArticleId, EntityId } from '#model/ids.ts';
import type { KnownConcordance } from '#model/mention.ts';
import { didYouMean, type Problem, problem, sortProblems } from '#model/problem.ts';
import { type Permanence, readPermanence } from '#register/permanence.ts';
import type { SealedMemory } from '#register/sealed-texts.ts';
import { primaryLanguage } from '#text/language.ts';

/** An archive as a whole: light records, and every problem that it has. */
export interface LoadedArchive {
  /** Null where `archive.yaml` cannot be used: then there is nothing to publish. */
  readonly catalogue: Catalogue | null;
  /** By entity id. */
  readonly appearances: ReadonlyMap<string, readonly Appearance[]>;
  readonly permanence: Permanence;
  /** The archive’s own citation styles, in order of name. */
  readonly styles: readonly OwnStyle[];
  /** The keys of all that its articles and entities use of the cache. */
  readonly keys: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** Hears how far the work is: articles done, of how many. */
export type OnProgress = (done: number, total: number) => void;

/** Hears where an article names each entity; nothing of it is kept. */
export type OnConcordance = (concordance: KnownConcordance) => Promise<void> | void;

/** Compiles articles; it may be given more of them before it is done with the first. */
export type CompileArticles = Hand<ArticleFolder, FreshArticle>;

/** What a caller hears of the work, and brings to it. */
export interface Listening {
  readonly onProgress?: OnProgress;
  readonly onConcordance?: OnConcordance;
  /** What is compiled already and stays so; what is compiled now is added. */
  readonly known?: Compiled;
  /** What was sealed of it and is read already; what is read now is added. */
  readonly sealed?: SealedMemory | undefined;
  /** What the archive was before an edit: what has not changed is not gathered again. */
  readonly before?: LoadedArchive | undefined;
  /** Asked for somebody who compiles some of the articles meanwhile, where they are many. */
  readonly help?: (entities: readonly EntitySummary[]) => CompileArticles;
}

/**
 * How many articles are compiled at a time. Only between two parts does this process read what its
 * helper has sent, and a pipe holds little: with large parts the helper would wait for new ones.
 */
const AT_A_TIME = 4;
/** From so many articles on, another process has done some of them before this one is done with all. */
const WORTH_HELP = 300;
/** A helper has the next articles at hand when it is done with some. */
const LANES_OF_HELPER = 4;

/**
 * The one file that knows the order: content folder → survey → entities, whose names are the list,
 * articles and pages compiled one by one → catalogue → what was promised of it → checks. What has errors is left out of the catalogue; whether
 * that may be published is for the caller to decide by the problems.
 */
export async function loadArchive(
  files: ArchiveFiles,
  cache: CompileCache,
  { onProgress, onConcordance, known = nothingCompiled(), sealed, before, help }: Listening = {},
): Promise<LoadedArchive> {
  const settings = await readArchiveRecord(files);
  const found = await survey(files);
  const problems: Problem[] = [...settings.problems, ...found.problems];
  const references: Reference[] = [];

  const entities: EntitySummary[] = [];
  const listed: ListedName[] = [];
  const keys = new Set<string>();
  for (const id of found.entities) {
    const compiled = await recalled(known.entities, `entities/${id}.md`, () =>
      compileEntity(id, files, cache),
    );
    const { entity, references: own, problems: some } = compiled;
    if (entity) entities.push(entity);
    listed.push(...compiled.names);
    keys.add(compiled.key);
    references.push(...own);
    problems.push(...some);
  }
  problems.push(...sharedNames(listed));
  const names = known.lookFor(nameList(entities, cache));

  const articles: ArticleSummary[] = [];
  const citable = new Map<string, ReadonlySet<string>>();
  const digests = new Map<string, string>();
  const mentioned = new Map<ArticleId, ReadonlyMap<EntityId, MentionCount>>();
  const take = async (one: FreshArticle): Promise<void> => {
    const { id, article, ids, references: own, named, problems: some } = one;
    if (article) articles.push(article);
    mentioned.set(id, named);
    if (onConcordance) await onConcordance(one.concordance);
    citable.set(id, ids);
    for (const [text, digest] of one.digests) digests.set(`articles/${id}/${text}.md`, digest);
    for (const key of one.keys) keys.add(key);
    references.push(...own);
    problems.push(...some);
  };
  const due: ArticleFolder[] = [];
  for (const folder of found.articles) {
    const compiled = known.articles.get(folder.folder);
    // Of a known one nobody hears where it names what.
    if (compiled) await take({ ...compiled, concordance: {} });
    else due.push(folder);
  }
  let done = found.articles.length - due.length;
  const here: CompileArticles = async (folders) => {
    // Files are read at once; what a helper has done meanwhile is heard in between.
    await whatWaits();
    return Promise.all(folders.map((one) => compileArticle(one, files, cache, names)));
  };
  const helper = due.length < WORTH_HELP ? undefined : help?.(entities);
  const hands = [here, ...Array.from({ length: LANES_OF_HELPER }, () => helper ?? [])].flat();
  await shareOut(due, AT_A_TIME, hands, async ({ concordance, ...compiled }, { folder }) => {
    known.articles.set(folder, compiled);
    await take({ ...compiled, concordance });
    done += 1;
    onProgress?.(done, found.articles.length);
  });

  const redirects = found.hasRedirects ? await readRedirects(files) : NO_REDIRECTS;
  const own = await readOwnStyles(files);
  const pages = await readPages(found.pages, settings.languages, files);
  const parts = {
    articles: articles.sort(byId),
    entities: entities.sort(byId),
    pages: pages.pages,
    redirects: redirects.redirects,
  };
  const { languages } = settings;
  const present = {
    ...{ files, found, catalogue: parts, languages, redirects, digests },
    sealed,
    addressesBefore: before?.permanence.addresses,
  };
  const permanence = await readPermanence(present);
  const ids = {
    articles: citable,
    entities: new Set<string>(found.entities),
    answers: (address: string, paragraph?: string) =>
      ['page', 'gone', 'unread'].includes(permanence.answer(address, paragraph).as),
  };
  problems.push(
    ...checkReferences(references, ids),
    ...permanence.problems,
    ...redirects.problems,
    ...own.problems,
    ...pages.problems,
    ...checkLanguages(settings),
    ...checkAddresses(permanence.addresses, redirects.redirects, redirects.addresses),
  );
  return {
    catalogue: settings.record && {
      archive: settings.record,
      ...parts,
      articles: permanence.articles,
    },
    permanence,
    appearances: appearances(articles, mentioned),
    styles: own.styles,
    keys,
    problems: sortProblems(problems),
  };
}

async function recalled<Value>(
  known: Map<string, Value>,
  path: string,
  compile: () => Promise<Value>,
): Promise<Value> {
  const former = known.get(path);
  if (former !== undefined) return former;
  const compiled = await compile();
  known.set(path, compiled);
  return compiled;
}

const NO_REDIRECTS: RedirectsFile = {
  redirects: {},
  addresses: new Map(),
  isUnread: () => false,
  problems: [],
};

async function readPages(
  found: Survey['pages'],
  languages: readonly string[],
  files: ArchiveFiles,
): Promise<{ pages: PageSummary[]; problems: Problem[] }> {
  const pages: PageSummary[] = [];
  const problems: Problem[] = [];
  const [defaultLanguage = ''] = languages;
  for (const one of found) {
    const { page, problems: own } = await compilePage(one, defaultLanguage, files);
    problems.push(...own);
    if (page && (languages.length === 0 || languages.includes(page.lang))) pages.push(page);
    else if (page) {
      const hint = didYouMean(page.lang, languages, `They are ${languages.join(', ')}.`);
      const args = { language: page.lang, hint };
      problems.push(problem({ file: page.file, line: 1 }, 'page-language', args));
    }
  }
  return { pages, problems };
}

function checkLanguages({ languages, lineOf }: Settings): Problem[] {
  const known = DICTIONARY_LANGUAGES.map((tag) => `\`${tag}\``).join(' and ');
  return languages.flatMap((language, index) => {
    if (DICTIONARY_LANGUAGES.includes(primaryLanguage(language))) return [];
    const place = { file: 'archive.yaml', line: lineOf(['languages', index]) };
    return [problem(place, 'no-dictionary', { language, known })];
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
