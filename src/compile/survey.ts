import {
  type ArticleId,
  type EntityId,
  isArticleId,
  isEntityId,
  isTextId,
  RESERVED_PAGE_SLUGS,
  RESERVED_TEXT_IDS,
  type TextId,
} from '#model/ids.ts';
import { isLanguageTag } from '#model/language.ts';
import { nearest } from '#model/nearest.ts';
import { type Problem, problem } from '#model/problem.ts';
import type { ArchiveFiles, FolderEntry } from './files.ts';

/** What stands in an article's folder. */
export interface ArticleFolder {
  readonly id: ArticleId;
  readonly folder: string;
  readonly hasRecord: boolean;
  readonly texts: readonly TextId[];
  readonly pictures: readonly string[];
}

/** What stands where in an archive, by name alone: no file has been opened. */
export interface Survey {
  readonly articles: readonly ArticleFolder[];
  readonly entities: readonly EntityId[];
  readonly pages: readonly {
    readonly slug: string;
    readonly lang: string | null;
    readonly file: string;
  }[];
  readonly hasRedirects: boolean;
  readonly problems: readonly Problem[];
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** What systems and editors leave lying about; nobody meant to publish it. */
const LEFTOVER = /^\.|~$|^Thumbs\.db$|^desktop\.ini$|\.(?:bak|swp|tmp)$/i;
const AT_TOP = ['articles', 'entities', 'pages', 'history', 'styles'];
const FILES_AT_TOP = ['archive.yaml', 'redirects.yaml', 'permalinks.txt'];

/** Looks through an archive's folders and sorts what it finds; names what has no place. */
export async function survey(files: ArchiveFiles): Promise<Survey> {
  const problems: Problem[] = [];
  const top = await entriesOf(files, '', problems);
  for (const { name, type } of top) {
    if (type === 'folder' && !AT_TOP.includes(name)) {
      problems.push(ignored(name, meantOr(name, AT_TOP, 'no folder of this name belongs here')));
    }
    if (type === 'file' && /\.(?:ya?ml|txt|mdx?)$/.test(name) && !isKnownAtTop(name)) {
      problems.push(
        ignored(name, meantOr(name, FILES_AT_TOP, 'no file of this name belongs here')),
      );
    }
  }
  for (const folder of ['history', 'styles']) await refuseLinks(files, folder, problems);
  const articles: ArticleFolder[] = [];
  await surveyArticles(files, 'articles', articles, problems);
  return {
    articles,
    entities: await surveyEntities(files, problems),
    pages: await surveyPages(files, problems),
    hasRedirects: top.some(({ name, type }) => type === 'file' && name === 'redirects.yaml'),
    problems,
  };
}

function meantOr(name: string, known: readonly string[], otherwise: string): string {
  const near = nearest(name, known);
  return near === undefined ? otherwise : `\`${near}\` may be meant`;
}

function isKnownAtTop(name: string): boolean {
  return FILES_AT_TOP.includes(name) || /^(?:readme|licen[cs]e|changelog)\b/i.test(name);
}

async function surveyArticles(
  files: ArchiveFiles,
  folder: string,
  articles: ArticleFolder[],
  problems: Problem[],
): Promise<void> {
  const entries = await entriesOf(files, folder, problems);
  const isArticle = folder !== 'articles' && entries.some(isMarkdownFile);
  if (isArticle) {
    const article = articleIn(folder, entries, problems);
    if (article) articles.push(article);
    await refuseNested(files, folder, entries, problems);
    return;
  }
  for (const { name } of entries.filter(({ type }) => type === 'file')) {
    const reason = 'only a folder with a text is an article';
    problems.push(ignored(`${folder}/${name}`, reason));
  }
  for (const { name, type } of entries) {
    if (type !== 'folder') continue;
    const inner = `${folder}/${name}`;
    if (name === 'source' && folder !== 'articles') {
      problems.push(
        problem({ file: folder, line: 1 }, 'article-without-text', { article: idOf(folder) }),
      );
    } else if (isArticleId(name)) {
      await surveyArticles(files, inner, articles, problems);
    } else problems.push(badName(inner, name));
  }
}

function articleIn(
  folder: string,
  entries: readonly FolderEntry[],
  problems: Problem[],
): ArticleFolder | null {
  const id = idOf(folder);
  const texts: TextId[] = [];
  const pictures: string[] = [];
  let hasRecord = false;
  for (const { name } of entries.filter(({ type }) => type === 'file')) {
    const file = `${folder}/${name}`;
    const stem = name.replace(/\.md$/, '');
    if (name === 'index.md') hasRecord = true;
    else if (stem !== name) {
      if (!isTextId(stem)) problems.push(badName(file, name));
      else if (RESERVED_TEXT_IDS.includes(stem)) {
        problems.push(problem({ file, line: 1 }, 'reserved-name', { name }));
      } else texts.push(stem);
    } else if (/\.md$/i.test(name)) problems.push(badName(file, name));
    else if (!PICTURE.test(name)) {
      problems.push(
        ignored(file, 'only `.md` files are texts, and only pictures stand beside them'),
      );
    } else if (/[\s%#?<>:"|*\\\p{C}]/u.test(name)) problems.push(badName(file, name));
    else pictures.push(name);
  }
  if (!isArticleId(id)) return null;
  if (texts.length === 0) {
    const isNamed = entries.some(
      ({ name }) => isMarkdownFile({ name, type: 'file' }) && name !== 'index.md',
    );
    if (!isNamed) {
      problems.push(problem({ file: folder, line: 1 }, 'article-without-text', { article: id }));
    }
    return null;
  }
  return { id, folder, hasRecord, texts, pictures };
}

/** Articles do not nest: below an article there is its `source` and nothing to publish. */
async function refuseNested(
  files: ArchiveFiles,
  folder: string,
  entries: readonly FolderEntry[],
  problems: Problem[],
): Promise<void> {
  for (const { name, type } of entries) {
    if (type !== 'folder') continue;
    const inner = `${folder}/${name}`;
    if (name === 'source') {
      await refuseLinks(files, inner, problems);
      continue;
    }
    const found: ArticleFolder[] = [];
    await surveyArticles(files, inner, found, []);
    for (const article of found) {
      const args = { inner: article.id, outer: idOf(folder) };
      problems.push(problem({ file: article.folder, line: 1 }, 'nested-article', args));
    }
    if (found.length === 0) {
      problems.push(ignored(inner, 'an article’s folder has only the folder `source`'));
    }
  }
}

/** Names the symbolic links in a folder whose files are not looked at otherwise. */
async function refuseLinks(
  files: ArchiveFiles,
  folder: string,
  problems: Problem[],
): Promise<void> {
  for (const { name, type } of await entriesOf(files, folder, problems)) {
    if (type === 'folder') await refuseLinks(files, `${folder}/${name}`, problems);
  }
}

async function surveyEntities(files: ArchiveFiles, problems: Problem[]): Promise<EntityId[]> {
  const ids: EntityId[] = [];
  for (const { name, type } of await entriesOf(files, 'entities', problems)) {
    const file = `entities/${name}`;
    const stem = name.replace(/\.md$/, '');
    if (type === 'folder') problems.push(ignored(file, 'entities stand directly in `entities/`'));
    else if (!/\.md$/i.test(name)) problems.push(ignored(file, 'an entity is a `.md` file'));
    else if (stem === name || !isEntityId(stem)) problems.push(badName(file, name));
    else if (stem === 'none') {
      problems.push(problem({ file, line: 1 }, 'reserved-name', { name }));
    } else ids.push(stem);
  }
  return ids;
}

async function surveyPages(files: ArchiveFiles, problems: Problem[]): Promise<Survey['pages']> {
  const pages: { slug: string; lang: string | null; file: string }[] = [];
  for (const { name, type } of await entriesOf(files, 'pages', problems)) {
    if (type === 'folder') continue;
    const file = `pages/${name}`;
    const [, slug = '', lang] = /^([^.]+)(?:\.([^.]+))?\.mdx$/.exec(name) ?? [];
    if (slug === '') {
      if (/\.mdx?$/i.test(name))
        problems.push(ignored(file, 'a page is `<slug>.mdx` or `<slug>.<lang>.mdx`'));
      continue;
    }
    if (!isTextId(slug)) problems.push(badName(file, name));
    else if (RESERVED_PAGE_SLUGS.includes(slug) || isReservedTag(slug)) {
      problems.push(problem({ file, line: 1 }, 'reserved-name', { name: slug }));
    } else if (lang !== undefined && !isLanguageTag(lang)) {
      problems.push(
        problem({ file, line: 1 }, 'bad-language', { value: lang, where: ' before `.mdx`' }),
      );
    } else pages.push({ slug, lang: lang ?? null, file });
  }
  return pages;
}

/** Language tags are reserved: `/ar/` is the home page in Arabic. Longer words only look like tags. */
function isReservedTag(slug: string): boolean {
  return /^[a-z]{2}(?:-|$)/.test(slug) && isLanguageTag(slug) && isKnownLanguage(slug);
}

function isKnownLanguage(tag: string): boolean {
  return (
    new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined
  );
}

/** A folder's entries without leftovers and symbolic links; links are named. */
async function entriesOf(
  files: ArchiveFiles,
  folder: string,
  problems: Problem[],
): Promise<readonly FolderEntry[]> {
  const entries = ((await files.list(folder)) ?? []).filter(({ name }) => !LEFTOVER.test(name));
  for (const { name } of entries.filter(({ type }) => type === 'link')) {
    const file = folder === '' ? name : `${folder}/${name}`;
    problems.push(problem({ file, line: 1 }, 'symbolic-link', { name }));
  }
  return entries.filter(({ type }) => type === 'file' || type === 'folder');
}

function isMarkdownFile({ name, type }: FolderEntry): boolean {
  return type === 'file' && /\.md$/i.test(name);
}

function idOf(folder: string): string {
  return folder.replace(/^articles\//, '');
}

function ignored(file: string, reason: string): Problem {
  return problem({ file, line: 1 }, 'file-ignored', { name: file, reason });
}

function badName(file: string, name: string): Problem {
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
  const bare = stem
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const suggestion = `${bare.replaceAll(/^-+|-+$/g, '') || 'name'}${ending.toLowerCase()}`;
  return problem({ file, line: 1 }, 'bad-file-name', { name, suggestion });
}
