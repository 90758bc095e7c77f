import type { ArchiveFiles } from '#compile/files.ts';
import { isArticleId } from '#model/ids.ts';
import { inFile, type LocalProblem, type Problem, problemAt } from '#model/problem.ts';
import { newArticleId } from './article-id.ts';
import { headOf } from './decode-outside.ts';
import type { OutsideDocument, OutsideFile, UnreadableDocument } from './document.ts';
import { formatOf } from './formats.ts';
import { kindOfFile } from './kinds-of-files.ts';
import {
  type ImportedSource,
  type KnownArchive,
  knowArchive,
  knowArticle,
  type KnownArticle,
} from './known-archive.ts';
import { MINIMAL_ARCHIVE } from './minimal-archive.ts';
import {
  type PlannedArticle,
  planArticle,
  type PlannedText,
  type ReadDocument,
  readDocument,
} from './plan-article.ts';
import type { Notice } from './notices.ts';
import { titleOf } from './text-file.ts';
import { addRedirects, type OldAddress } from './redirects.ts';
import { safeName } from './safe-name.ts';
import { slugOf } from './slug.ts';

/** What an import is asked to do. */
export interface Wishes {
  /** The article into which everything goes. */
  readonly article: string | undefined;
  /** The language of the original. */
  readonly original: string | undefined;
}

/** What an import works with: the archive as it is, and where what is new is put for now. */
export interface Desk {
  readonly archive: ArchiveFiles;
  readonly sha256: (bytes: Uint8Array) => string;
  /** Puts a file of the archive aside, by its path in it; nothing is there before all is well. */
  readonly stage: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** A file to import, already opened, or why it could not be. */
export interface Given {
  /** As the editor named it. */
  readonly path: string;
  readonly opened:
    { readonly file: OutsideFile; readonly head: Uint8Array } | { readonly problem: LocalProblem };
}

/** A text that was imported. Its document is let go: an export holds thousands of them. */
export type ImportedText = Omit<PlannedText, 'document'>;

/** What became of a document. */
export interface Outcome {
  readonly path: string;
  /** The document, where its file holds several. */
  readonly name: string;
  readonly became: 'imported' | 'there' | 'failed';
  readonly format: string;
  /** The article that it is in. */
  readonly article: string | undefined;
  /** The document of the same import that has the very same bytes. */
  readonly sameAs?: string;
  readonly texts: readonly ImportedText[];
  readonly notices: readonly Notice[];
  readonly problems: readonly LocalProblem[];
}

/** What became of an import as a whole. */
export interface Imported {
  readonly outcomes: readonly Outcome[];
  /** Whether an `archive.yaml` was written. */
  readonly isNewArchive: boolean;
  readonly redirects: readonly OldAddress[];
  readonly notices: readonly Notice[];
  readonly problems: readonly Problem[];
}

/** Hears of each document as soon as its file has been read. */
export type OnOutcome = (outcome: Outcome) => void;

/**
 * Imports files: reads each by its format, divides it by the rules, and stages the articles that
 * come of it. One that cannot be read does not keep the others out.
 */
export async function importFiles(
  given: AsyncIterable<Given>,
  { article, original }: Wishes,
  desk: Desk,
  onOutcome: OnOutcome = () => undefined,
): Promise<Imported> {
  const known = await knowArchive(desk.archive);
  const outcomes: Outcome[] = [];
  const tell = (outcome: Outcome): void => {
    outcomes.push(outcome);
    onOutcome(outcome);
  };
  const refusal = article === undefined ? undefined : refuseArticle(article, known);
  if (refusal) {
    return {
      outcomes,
      isNewArchive: false,
      redirects: [],
      notices: [],
      problems: inFile('--article', [refusal]),
    };
  }
  const run = new Run(known, desk, original);
  /** What goes into one article together, when all of it has been read. */
  const together: Together[] = [];
  for await (const one of given) {
    for await (const { document, format } of documentsOf(one)) {
      const about = { path: one.path, name: document.name, format };
      if ('problems' in document) {
        tell(failed(about, document.problems));
        continue;
      }
      const read = run.read(document, one.path);
      if ('problems' in read) tell(failed(about, read.problems));
      else if ('sameAs' in read) {
        tell({ ...nothing(about), became: 'there', sameAs: read.sameAs });
      } else if ('there' in read) {
        tell({ ...nothing(about), became: 'there', article: read.there });
      } else if (article === undefined) tell(await run.placeAlone(read.read, about));
      else together.push({ read: read.read, about });
    }
  }
  if (article !== undefined && together.length > 0) {
    for (const outcome of await run.placeTogether(article, together)) tell(outcome);
  }
  return { outcomes, ...(await run.finish()) };
}

interface About {
  readonly path: string;
  readonly name: string;
  readonly format: string;
}
interface Together {
  readonly read: ReadDocument;
  readonly about: About;
}

async function* documentsOf({
  path,
  opened,
}: Given): AsyncGenerator<{ document: OutsideDocument | UnreadableDocument; format: string }> {
  const refuse = (problem: LocalProblem) => ({
    document: { name: path, problems: [problem] },
    format: '',
  });
  if ('problem' in opened) {
    yield refuse(opened.problem);
    return;
  }
  const { file, head } = opened;
  const other = kindOfFile(head);
  if (other) {
    yield refuse(problemAt(1, 'import-other-kind', { name: file.name, ...other }));
    return;
  }
  const format = formatOf(headOf(head), file.name);
  try {
    for await (const document of format.read(file)) yield { document, format: format.name };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield refuse(problemAt(1, 'import-unreadable', { name: file.name, reason }));
  }
}

/** One import under way: it remembers what it has placed, so that nothing is placed twice. */
class Run {
  private readonly articles: Set<string>;
  /** Where each source was imported to before, by its article and name. */
  private readonly before = new Map<string, ImportedSource>();
  /** The files of this import, by the SHA-256 of what was read of them. */
  private readonly given = new Map<string, string>();
  private readonly oldAddresses: OldAddress[] = [];
  /** The addresses of every page, those of new articles among them. */
  private readonly inUse: Set<string>;
  private placed = 0;
  private readonly known: KnownArchive;
  private readonly desk: Desk;
  private readonly original: string | undefined;

  constructor(known: KnownArchive, desk: Desk, original: string | undefined) {
    this.known = known;
    this.desk = desk;
    this.original = original;
    this.articles = new Set(known.articles);
    for (const article of known.articles) this.addFolders(article);
    for (const source of known.sources.values()) {
      this.before.set(`${source.article}/source/${source.name}`, source);
    }
    this.inUse = new Set(known.addresses);
  }

  /** Reads a document by the rules, unless its source is in the archive already. */
  read(
    document: OutsideDocument,
    path: string,
  ):
    | { readonly sameAs: string }
    | { readonly read: ReadDocument }
    | { readonly there: string }
    | { readonly problems: readonly LocalProblem[] } {
    const sha256 = this.desk.sha256(document.source.bytes);
    const sameAs = this.given.get(sha256);
    if (sameAs !== undefined) return { sameAs };
    const there = this.known.sources.get(sha256);
    if (there) return { there: there.article };
    const { read, problems } = readDocument(document, sha256, this.known.languages, (link) =>
      this.isDead(link, document),
    );
    if (!read) return { problems };
    this.given.set(sha256, path);
    return { read };
  }

  /** Places a document in an article of its own. */
  async placeAlone(read: ReadDocument, about: About): Promise<Outcome> {
    const naming = namingOf(read);
    const stem = newArticleId(naming, () => false);
    const before = this.formerOf(stem, read);
    if (before) {
      const source = `articles/${stem}/source/${before.name}`;
      const args = { name: about.name, article: stem, source };
      return failed(about, [problemAt(1, 'import-changed', args)]);
    }
    const id = newArticleId(naming, (one) => this.articles.has(one) || this.isNested(one));
    const empty: KnownArticle = { texts: [], hasRecord: false, names: new Set() };
    const { plan, problems } = planArticle([read], empty, this.original);
    if (!plan) return failed(about, problems);
    await this.put(id, plan, [read]);
    return imported(about, id, plan.texts, plan.notices);
  }

  /** Places documents in one article, new or there; all of them or none. */
  async placeTogether(article: string, together: readonly Together[]): Promise<Outcome[]> {
    const known = await knowArticle(this.desk.archive, article);
    const changed = together.filter(({ read }) => this.formerOf(article, read) !== undefined);
    const old = new Set(changed);
    const fresh = together.filter((one) => !old.has(one));
    const failures = changed.map(({ read, about }) => {
      const source = `articles/${article}/source/${safeName(read.document.source.name)}`;
      return failed(about, [problemAt(1, 'import-changed', { name: about.name, article, source })]);
    });
    if (fresh.length === 0) return failures;
    const documents = fresh.map(({ read }) => read);
    const { plan, problems } = planArticle(documents, known, this.original);
    if (!plan) return [...failures, ...fresh.map(({ about }) => failed(about, problems))];
    await this.put(article, plan, documents);
    const outcomes = fresh.map(({ about, read }, index) =>
      imported(
        about,
        article,
        plan.texts.filter(({ document }) => document === read.document),
        index === 0 ? plan.notices : [],
      ),
    );
    return [...failures, ...outcomes];
  }

  /** What belongs to the archive as a whole: its settings, if it has none, and old addresses. */
  async finish(): Promise<Omit<Imported, 'outcomes'>> {
    const isNewArchive = this.placed > 0 && !this.known.exists;
    if (isNewArchive) {
      await this.desk.stage('archive.yaml', new TextEncoder().encode(MINIMAL_ARCHIVE));
    }
    if (this.oldAddresses.length === 0) {
      return { isNewArchive, redirects: [], notices: [], problems: [] };
    }
    const file = await this.desk.archive.read('redirects.yaml');
    const { words, added, taken, problems } = addRedirects(file, this.oldAddresses, this.inUse);
    if (words !== null) await this.desk.stage('redirects.yaml', new TextEncoder().encode(words));
    const notices = taken.map(({ from, to }): Notice => ({
      code: 'address-taken',
      args: { from, to },
    }));
    return {
      isNewArchive,
      redirects: added,
      notices,
      problems: inFile('redirects.yaml', problems),
    };
  }

  /** Whether a link within the archive leads to nothing that is there. */
  private isDead(link: string, { blocks }: OutsideDocument): boolean {
    const [, scheme = '', id = ''] = /^(entity:|article:|#)([^#]*)/i.exec(link) ?? [];
    if (scheme === '#') return !blocks.some(({ markdown }) => markdown.includes(`{#${id}`));
    if (scheme === '') return false;
    return scheme.toLowerCase() === 'entity:'
      ? id !== 'none' && !this.known.entities.has(id)
      : !this.articles.has(id);
  }

  private isNested(id: string): boolean {
    if (this.articles.has(id)) return true;
    const segments = id.split('/');
    const outer = segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'));
    return outer.some((one) => this.articles.has(one)) || this.folders.has(id);
  }

  /** Folders that hold articles and are none: an article there would hold others. */
  private readonly folders = new Set<string>();

  private addFolders(article: string): void {
    const segments = article.split('/');
    for (let end = 1; end < segments.length; end += 1) {
      this.folders.add(segments.slice(0, end).join('/'));
    }
  }

  /** What a document was when it was imported to an article before: of the same file and title. */
  private formerOf(
    article: string,
    { document, drafts }: ReadDocument,
  ): ImportedSource | undefined {
    const former = this.before.get(`${article}/source/${safeName(document.source.name)}`);
    const titles = drafts.map((draft) => titleOf(draft).title);
    return former?.titles.some((title) => titles.includes(title)) === true ? former : undefined;
  }

  private async put(
    article: string,
    { files }: PlannedArticle,
    documents: readonly ReadDocument[],
  ): Promise<void> {
    for (const [path, bytes] of files) await this.desk.stage(`articles/${article}/${path}`, bytes);
    this.articles.add(article);
    this.addFolders(article);
    for (const language of ['', ...this.known.languages.map((one) => `/${one}`)]) {
      this.inUse.add(`${language}/articles/${article}/`);
    }
    for (const path of files.keys()) {
      this.inUse.add(`/articles/${article}/${path.replace(/\.md$/, '/')}`);
    }
    this.placed += 1;
    for (const { document } of documents) {
      for (const from of document.addresses)
        this.oldAddresses.push({ from, to: `/articles/${article}/` });
    }
  }
}

function imported(
  about: About,
  article: string,
  texts: readonly PlannedText[],
  notices: readonly Notice[],
): Outcome {
  // The words of a text are let go once they are written.
  const light = texts.map(
    ({ id, lang, role, title, taken, paragraphs, dropped, ...found }): ImportedText => {
      const { droppedWords, notices: own, problems } = found;
      const counts = { paragraphs, dropped, droppedWords };
      return { id, lang, role, title, taken, ...counts, notices: own, problems };
    },
  );
  return { ...nothing(about), became: 'imported', article, texts: light, notices };
}

function namingOf({ document, drafts, sha256 }: ReadDocument): Parameters<typeof newArticleId>[0] {
  const slug = document.facts.find(({ key }) => key === 'slug')?.value;
  const printed = drafts.flatMap(({ title }) => title ?? []);
  const said = document.facts.flatMap(({ key, value }) => (key === 'title' ? [value] : []));
  const dates = [
    ...drafts.flatMap(({ published }) => published ?? []),
    ...document.facts.flatMap(({ key, value }) => (key === 'published' ? [value] : [])),
  ];
  const date = dates.find((one) => /^\d{4}/.test(one));
  return {
    ...(slug !== undefined && { slug }),
    titles: printed.length > 0 ? printed : said,
    ...(date !== undefined && { date }),
    fileName: document.name,
    sha256,
  };
}

function nothing({ path, name, format }: About): Outcome {
  return {
    path,
    name,
    format,
    became: 'failed',
    article: undefined,
    texts: [],
    notices: [],
    problems: [],
  };
}

function failed(about: About, problems: readonly LocalProblem[]): Outcome {
  return { ...nothing(about), problems };
}

/** Why an id cannot be that of an article here. */
function refuseArticle(article: string, known: KnownArchive): LocalProblem | undefined {
  if (!isArticleId(article)) {
    const suggestion = article
      .split('/')
      .map(slugOf)
      .filter((part) => part !== '')
      .join('/');
    const args = { article, suggestion: suggestion || 'a-letter' };
    return problemAt(1, 'import-bad-article', args);
  }
  const other = [...known.articles].find(
    (one) => one.startsWith(`${article}/`) || article.startsWith(`${one}/`),
  );
  return other === undefined
    ? undefined
    : problemAt(1, 'import-nested-article', { article, other });
}
