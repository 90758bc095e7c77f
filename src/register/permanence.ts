import { type AddressBook, addressBook } from '#catalogue/address-book.ts';
import { articleAddress, entityAddress, feedAddress, textAddress } from '#catalogue/addresses.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import type { RedirectsFile } from '#compile/settings.ts';
import type { Survey } from '#compile/survey.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import type { FormerFile, FormerPage, SealedText } from '#model/permanence.ts';
import { type Problem, problem } from '#model/problem.ts';
import { pageOf } from '#model/schema/entity.ts';
import { type Answerer, answerer } from './answer.ts';
import { checkPermalinks, checkRedirects } from './check.ts';
import { type Edition, sealedState } from './edition.ts';
import { type Former, formerAddresses } from './former.ts';
import { historyFile, lastRevision, type TextHistory } from './history.ts';
import { forgedRevisions, lostAddresses, lostParagraphs, type Promised } from './promised.ts';
import { readSealed, readTextHistory } from './read.ts';
import type { Register } from './register.ts';
import { type Standing, standingPages } from './standing.ts';

/** What an archive has promised, and how it keeps it. */
export interface Permanence {
  readonly register: Register;
  readonly editions: readonly Edition[];
  readonly standing: Standing;
  /** The addresses that the site will answer, but for what is no longer there. */
  readonly addresses: AddressBook;
  readonly answer: Answerer;
  /** Pages for what moved or is gone. */
  readonly former: readonly FormerPage[];
  /** Files that stood beside them. */
  readonly formerFiles: readonly FormerFile[];
  /** The articles, with what was sealed of their texts and what is no longer on their pages. */
  readonly articles: readonly ArticleSummary[];
  readonly problems: readonly Problem[];
}

/** What permanence is judged by: the archive as it stands now. */
export interface Present {
  readonly files: ArchiveFiles;
  readonly found: Survey;
  readonly catalogue: Omit<Catalogue, 'archive'>;
  readonly languages: readonly string[];
  readonly redirects: RedirectsFile;
  /** SHA-256 of each text’s file, by its path. */
  readonly digests: ReadonlyMap<string, string>;
  /** The addresses that it had before an edit. */
  readonly addressesBefore?: AddressBook | undefined;
}

/** Reads what was sealed of an archive and holds what stands now against it. */
export async function readPermanence(present: Present): Promise<Permanence> {
  const { files, found, catalogue, languages } = present;
  const { redirects, addresses: lines, isUnread } = present.redirects;
  const { register, editions, problems: ofSealed } = await readSealed(files);
  const standing = standingPages(found, catalogue.articles, catalogue.entities, languages);
  const sealed = await sealedTexts(present, { register, editions, state: sealedState(editions) });
  const { articles: sealedArticles } = sealed;
  const addresses = addressBook(
    { ...catalogue, articles: sealedArticles, languages },
    present.addressesBefore,
  );
  const feeds = new Set(
    catalogue.entities.flatMap(({ id, record }) =>
      pageOf(record) === 'full' ? feedAddress(entityAddress(id)) : [],
    ),
  );
  const hasPage = (address: string): boolean => addresses.owners.has(address) || feeds.has(address);
  const answer = answerer({ standing, register, redirects, isUnread, hasPage });
  const promises = { register, standing, redirects, lines, answer };
  const former = formerAddresses(register, redirects, standing, answer);
  const articles = sealedArticles.map((article) => withFormer(article, former));
  const problems: readonly Problem[] = [
    ...ofSealed,
    ...checkPermalinks(promises),
    ...checkRedirects(promises),
    ...sealed.problems,
  ];
  const { pages, files: formerFiles } = former;
  return {
    ...{ register, editions, standing, addresses, answer },
    ...{ former: pages, formerFiles, articles, problems },
  };
}

/** An article with what is no longer on its pages: itself where all still is. */
function withFormer(article: ArticleSummary, former: Former): ArticleSummary {
  const paragraphsAt = (address: string) => former.paragraphs.get(address);
  const address = articleAddress(article.id);
  const paragraphs = paragraphsAt(address);
  const formerTexts = former.texts.get(address);
  const ofTexts = article.texts.map(({ id }) => paragraphsAt(textAddress(article.id, id)));
  if (!paragraphs && !formerTexts && ofTexts.every((some) => some === undefined)) return article;
  return {
    ...article,
    texts: article.texts.map((text, index): TextSummary => {
      const own = ofTexts[index];
      return own ? { ...text, former: own } : text;
    }),
    ...(paragraphs && { former: paragraphs }),
    ...(formerTexts && { formerTexts }),
  };
}

/** The articles, with what was sealed of their texts. */
async function sealedTexts(
  present: Present,
  promised: Promised,
): Promise<{ articles: readonly ArticleSummary[]; problems: readonly Problem[] }> {
  const { state } = promised;
  const judge = judgeOf(promised);
  const held = new Set([...state.values()].filter((one) => one !== undefined));
  // Where nothing was ever sealed, no text need be looked for.
  const hasHistory = (await present.files.list('history')) !== null;
  const articles: ArticleSummary[] = [];
  const problems: Problem[] = lostAddresses(promised);
  for (const article of present.catalogue.articles) {
    const texts: TextSummary[] = [];
    for (const text of article.texts) {
      const { sealed, problems: own } = hasHistory
        ? await sealedText(present, article, text, held, judge)
        : NEVER_SEALED;
      problems.push(...own);
      if (!sealed && own.length === 0 && state.has(textAddress(article.id, text.id))) {
        const file = historyFile(article.id, text.id);
        problems.push(problem({ file, line: 1 }, 'history-missing', { file }));
      }
      texts.push(sealed ? { ...text, sealed } : text);
    }
    // What was never sealed stays the same thing, by which an edit tells what it has left alone.
    articles.push(texts.some(({ sealed }) => sealed) ? { ...article, texts } : article);
  }
  if (promised.editions.length === 0) problems.push(...editionsBehind(articles));
  return { articles, problems };
}

/** A history tells of an edition where none is left: the first one is named. */
function editionsBehind(articles: readonly ArticleSummary[]): Problem[] {
  const texts = articles.flatMap((article) => article.texts);
  const sealed = texts.find((text) => text.sealed)?.sealed;
  if (!sealed) return [];
  const place = { file: sealed.history, line: sealed.revision };
  return [problem(place, 'edition-missing', { missing: String(sealed.edition) })];
}

/** What a text has that was never sealed. */
const NEVER_SEALED = { sealed: undefined, problems: [] } as const;

async function sealedText(
  { files, digests }: Present,
  article: ArticleSummary,
  text: TextSummary,
  held: ReadonlySet<string>,
  judge: Judge,
): Promise<{ sealed: SealedText | undefined; problems: readonly Problem[] }> {
  const file = historyFile(article.id, text.id);
  const { history, digest, problems } = await readTextHistory(files, file);
  const last = history && lastRevision(history);
  const now = digests.get(text.file) ?? '';
  const [first] = history?.revisions ?? [];
  const sealed = last &&
    first && {
      ...last,
      history: file,
      digest,
      isChanged: now !== last.sha256,
      first: { number: first.edition, date: first.date },
      isInNewest: held.has(now),
    };
  const faults = history ? judge(textAddress(article.id, text.id), file, history) : [];
  return { sealed: sealed ?? undefined, problems: [...problems, ...faults] };
}

/** Holds the history of a text against the register and the editions. */
type Judge = (address: string, file: string, history: TextHistory) => readonly Problem[];

function judgeOf(promised: Promised): Judge {
  const lost = promised.register.size === 0 ? undefined : lostParagraphs(promised);
  const forged = forgedRevisions(promised);
  return (address, file, history) => [
    ...(lost?.(address, history) ?? []),
    ...forged(file, history),
  ];
}
