import { textAddress } from '#catalogue/addresses.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { SealedText } from '#model/permanence.ts';
import { type Problem, problem } from '#model/problem.ts';
import { ownWords } from '#text/own-words.ts';
import { sealedState } from './edition.ts';
import { historyFile, lastRevision, type TextHistory } from './history.ts';
import { forgedRevisions, lostAddresses, lostParagraphs, type Promised } from './promised.ts';
import { type HistoryRead, readSealed, readTextHistory } from './read.ts';
import { REGISTER_FILE } from './register.ts';

/** What was promised, and every problem of it that an edit of a text leaves as it is. */
export interface SealedPromises extends Promised {
  /** The SHA-256 of all that stood in the newest edition. */
  readonly held: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** What was sealed of the texts of an article. */
interface SealedArticle {
  readonly article: ArticleSummary;
  readonly problems: readonly Problem[];
}

/** What was read of `permalinks.txt` and `history/` while the archive is edited. */
export interface SealedMemory {
  promises: SealedPromises | undefined;
  /** By the article as it was compiled. */
  articles: WeakMap<ArticleSummary, SealedArticle>;
}

/** Nothing was read yet. */
export function nothingSealed(): SealedMemory {
  return { promises: undefined, articles: new WeakMap() };
}

/** Forgets what was read if a file or folder belongs to it, which has changed, come or gone. */
export function forgetSealed(memory: SealedMemory, path: string): void {
  if (!['', REGISTER_FILE, 'history'].includes(path) && !path.startsWith('history/')) return;
  Object.assign(memory, nothingSealed());
}

/** What was promised of an archive. */
export async function sealedPromises(
  files: ArchiveFiles,
  memory: SealedMemory,
): Promise<SealedPromises> {
  if (memory.promises) return memory.promises;
  const { register, editions, problems } = await readSealed(files);
  const state = sealedState(editions);
  const promised = { register, editions, state };
  memory.promises = {
    ...promised,
    held: new Set([...state.values()].filter((one) => one !== undefined)),
    problems: [...problems, ...lostAddresses(promised)],
  };
  return memory.promises;
}

/** The texts of an archive as they stand now. */
interface PresentTexts {
  readonly files: ArchiveFiles;
  readonly articles: readonly ArticleSummary[];
  /** SHA-256 of each text’s file, by its path. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * The articles, with what was sealed of their texts: the same things while they are compiled to the
 * same and nothing was sealed meanwhile, by which an edit tells what it has left alone.
 */
export async function sealedTexts(
  present: PresentTexts,
  promises: SealedPromises,
  memory: SealedMemory,
): Promise<{ articles: readonly ArticleSummary[]; problems: readonly Problem[] }> {
  // Where nothing was ever sealed, no text need be looked for.
  const hasHistory = (await present.files.list('history')) !== null;
  const faultsIn = faultsOf(promises);
  const articles: ArticleSummary[] = [];
  const problems: Problem[] = [];
  for (const article of present.articles) {
    let sealed = memory.articles.get(article);
    if (!sealed) {
      sealed = await sealedArticle(article, present, promises, hasHistory, faultsIn);
      memory.articles.set(article, sealed);
    }
    articles.push(sealed.article);
    problems.push(...sealed.problems);
  }
  if (promises.editions.length === 0) problems.push(...editionsBehind(articles));
  return { articles, problems };
}

/** An article with what was sealed of its texts: itself where nothing was. */
async function sealedArticle(
  article: ArticleSummary,
  { files, digests }: PresentTexts,
  promises: SealedPromises,
  hasHistory: boolean,
  faultsIn: FaultsIn,
): Promise<SealedArticle> {
  const texts: TextSummary[] = [];
  const problems: Problem[] = [];
  for (const text of article.texts) {
    const address = textAddress(article.id, text.id);
    const file = historyFile(article.id, text.id);
    const read = hasHistory ? await readTextHistory(files, file) : NEVER_SEALED;
    const faults = read.history ? faultsIn(address, file, read.history) : [];
    const own = [...read.problems, ...faults];
    problems.push(...own);
    const sealed = sealedText(file, read, digests.get(text.file) ?? '', promises);
    if (!sealed && own.length === 0 && promises.state.has(address)) {
      problems.push(problem({ file, line: 1 }, 'history-missing', { file }));
    }
    texts.push(sealed ? { ...text, sealed } : text);
  }
  const isSealed = texts.some(({ sealed }) => sealed);
  return { article: isSealed ? { ...article, texts } : article, problems };
}

/** What a text has that was never sealed. */
const NEVER_SEALED = { history: null, digest: '', problems: [] };

/** @param now SHA-256 of the text’s file */
function sealedText(
  file: string,
  { history, digest }: Pick<HistoryRead, 'history' | 'digest'>,
  now: string,
  { held }: SealedPromises,
): SealedText | undefined {
  const first = history?.revisions[0];
  const last = history && lastRevision(history);
  if (!first || !last) return undefined;
  return {
    ...{ history: file, digest, revision: last.revision, edition: last.edition },
    date: ownWords(last.date),
    sha256: ownWords(last.sha256),
    isChanged: now !== last.sha256,
    first: { number: first.edition, date: ownWords(first.date) },
    isInNewest: held.has(now),
  };
}

/** A history tells of an edition where none is left: the first one is named. */
function editionsBehind(articles: readonly ArticleSummary[]): Problem[] {
  const texts = articles.flatMap((article) => article.texts);
  const sealed = texts.find((text) => text.sealed)?.sealed;
  if (!sealed) return [];
  const place = { file: sealed.history, line: sealed.revision };
  return [problem(place, 'edition-missing', { missing: String(sealed.edition) })];
}

/** What is wrong with the history of a text, held against the register and the editions. */
type FaultsIn = (address: string, file: string, history: TextHistory) => readonly Problem[];

/** What it takes is gathered for the first history: after most edits few are read. */
function faultsOf(promised: Promised): FaultsIn {
  const lost = promised.register.size === 0 ? undefined : lostParagraphs(promised);
  const forged = forgedRevisions(promised);
  return (address, file, history) => [
    ...(lost?.(address, history) ?? []),
    ...forged(file, history),
  ];
}
