import { dateOf } from '#catalogue/article.ts';
import type { Part } from '#catalogue/catalogue.ts';
import { orderOfDate } from '#interface/date.ts';
import type { ArticleHeading, EntitySummary } from '#model/compiled.ts';
import type { EntityId } from '#model/ids.ts';
import type { ConcordanceRow, Passage } from '#model/mention.ts';
import { remembered } from '#text/remembered.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { readMentions, readPassageLine } from './bodies.ts';
import { appearancesOf } from './collections.ts';
import { readPassage, WrittenConcordance } from './concordance.ts';
import { archiveEntry } from './view.ts';

/** Where an article names an entity. */
export interface ArticlePassages {
  readonly article: ArticleHeading;
  readonly rows: readonly ConcordanceRow[];
}

/** What the archive has of an entity, beside its own record. Articles are in order of date. */
export interface Traces {
  /** Articles that it speaks in, by what it is to them. */
  readonly by: readonly ArticlePart[];
  /** Articles that it published, translated, holds rights in, or that are about it. */
  readonly other: readonly ArticlePart[];
  readonly passages: readonly ArticlePassages[];
}

export interface ArticlePart {
  readonly article: ArticleHeading;
  readonly parts: readonly Part[];
}

/** Whose words an article is. */
const SPEAKING: readonly Part[] = ['speaker', 'author'];

/** Reads what the archive has of an entity. */
export async function readTraces({ id }: EntitySummary): Promise<Traces> {
  const appearances = appearancesOf(id);
  const articles = appearances.flatMap(({ article: articleId, parts }): ArticlePart[] => {
    const article = archiveAtHand().one('headings', articleId);
    return article ? [{ article, parts }] : [];
  });
  const ordered = articles
    .map((one) => ({ ...one, order: orderOfDate(dateOf(one.article)?.date) }))
    .sort((a, b) => later(a.order, b.order) || (a.article.id < b.article.id ? -1 : 1));
  const passages = await readPassages(id, articles);
  const only = (isWanted: (part: Part) => boolean): ArticlePart[] =>
    ordered.flatMap(({ article, parts }) => {
      const some = parts.filter(isWanted);
      return some.length === 0 ? [] : [{ article, parts: some }];
    });
  return {
    by: only((part) => SPEAKING.includes(part)),
    other: only((part) => part !== 'named' && !SPEAKING.includes(part)),
    passages: ordered.flatMap(({ article }) => {
      const rows = passages.get(article.id);
      return rows ? [{ article, rows }] : [];
    }),
  };
}

/** By date, the undated last. */
function later(a: number, b: number): number {
  if (a === b) return 0;
  if (a === Number.NEGATIVE_INFINITY) return 1;
  return b === Number.NEGATIVE_INFINITY ? -1 : a - b;
}

/**
 * The passages of an entity by article: a build knows where each stands, and tells a hash of all, so
 * that a page that has asked for it knows when it is stale; a page that is edited finds them in the
 * articles.
 */
async function readPassages(
  entity: EntityId,
  articles: readonly ArticlePart[],
): Promise<ReadonlyMap<string, readonly ConcordanceRow[]>> {
  const { compiled, concordance } = archiveEntry();
  archiveAtHand().one('passages', entity);
  if (concordance === undefined) return byArticle(await passagesIn(compiled, entity, articles));
  let passages = recent.get(entity);
  if (!passages) {
    const fromCache = (key: string): Promise<string> => readPassageLine(compiled, key, entity);
    passages = writtenIn(concordance).of(entity, fromCache).then(byArticle);
    recent.set(entity, passages);
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
  }
  return passages;
}

/** A build makes the pages of one entity one after another, and what it has written down stays so. */
const recent = new Map<string, Promise<ReadonlyMap<string, readonly ConcordanceRow[]>>>();
const REMEMBERED = 16;
const writtenIn = remembered((folder) => new WrittenConcordance(folder));

function byArticle(passages: readonly Passage[]): ReadonlyMap<string, readonly ConcordanceRow[]> {
  return new Map(passages.map(({ article, rows }) => [article, rows]));
}

async function passagesIn(
  compiled: string,
  entity: EntityId,
  articles: readonly ArticlePart[],
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const { article: heading } of articles) {
    const article = archiveAtHand().one('articles', heading.id);
    if (!article) continue;
    const { concordance } = await readMentions(compiled, article);
    const entry = concordance[entity];
    if (entry) passages.push(readPassage(entry.line));
  }
  return passages;
}
