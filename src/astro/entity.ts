import { getEntry } from 'astro:content';
import { dateOf } from '#catalogue/article.ts';
import type { Part } from '#catalogue/catalogue.ts';
import { orderOfDate } from '#interface/date.ts';
import type { ArticleSummary } from '#model/compiled.ts';
import type { ConcordanceRow } from '#model/mention.ts';
import { readPassages } from './concordance.ts';
import type { EntityEntry } from './records.ts';

/** Where an article names an entity. */
export interface ArticlePassages {
  readonly article: ArticleSummary;
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
  readonly article: ArticleSummary;
  readonly parts: readonly Part[];
}

/** Whose words an article is. */
const SPEAKING: readonly Part[] = ['speaker', 'author'];

/** Pages of one entity are made one after another, in every interface language. */
const recent = new Map<string, Promise<Traces>>();
const REMEMBERED = 16;

/** Reads what the archive has of an entity. */
export async function readTraces(entity: EntityEntry): Promise<Traces> {
  if (import.meta.env.DIPTYCH_EDITING) return makeTraces(entity);
  let traces = recent.get(entity.id);
  if (!traces) {
    traces = makeTraces(entity);
    recent.set(entity.id, traces);
    const [oldest] = recent.keys();
    if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
  }
  return traces;
}

async function makeTraces({ id, appearances }: EntityEntry): Promise<Traces> {
  const articles: { readonly article: ArticleSummary; readonly parts: readonly Part[] }[] = [];
  for (const { article: articleId, parts } of appearances) {
    const entry = await getEntry('articles', articleId);
    if (entry) articles.push({ article: entry.data, parts });
  }
  const ordered = articles
    .map((one) => ({ ...one, order: orderOfDate(dateOf(one.article)?.date) }))
    .sort((a, b) => later(a.order, b.order) || (a.article.id < b.article.id ? -1 : 1));
  const passages = new Map<string, readonly ConcordanceRow[]>(
    (await readPassages(import.meta.env.DIPTYCH_RECORDS, id)).map(({ article, rows }) => [
      article,
      rows,
    ]),
  );
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
