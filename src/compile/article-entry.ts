import type { ArticleSummary } from '#model/compiled.ts';
import type { EntityId, ParagraphId, TextId } from '#model/ids.ts';
import type { Concordance } from '#model/mention.ts';
import type { Problem } from '#model/problem.ts';
import type { CompileCache } from './cache.ts';
import { isArticleMentions, type MentionCount } from './mentions.ts';
import type { Reference } from './references.ts';
import type { SourceClaim } from './sources.ts';

/**
 * What the files of an article came to, as the cache keeps it: light, so that an article in which
 * nothing has changed is known without its bodies being read.
 */
export interface ArticleEntry {
  /** Null where no text could be used. */
  readonly article: ArticleSummary | null;
  readonly ids: readonly ParagraphId[];
  readonly digests: readonly (readonly [TextId, string])[];
  readonly references: readonly Reference[];
  readonly named: readonly (readonly [EntityId, MentionCount])[];
  readonly sources: readonly SourceClaim[];
  /** Keys of its bodies, its note and its mentions in the cache. */
  readonly keys: readonly string[];
  readonly problems: readonly Problem[];
}

/** An entry, with where the article names each entity, which stands in the cache by itself. */
export interface ArticleWithConcordance {
  readonly entry: ArticleEntry;
  readonly concordance: Concordance;
}

/** What the cache has of an article; undefined where it lacks any of it. */
export async function recallArticle(
  key: string,
  cache: CompileCache,
): Promise<ArticleWithConcordance | undefined> {
  const entry = await cache.get(key);
  if (!isArticleEntry(entry) || !entry.keys.every(cache.has)) return undefined;
  if (!entry.article) return { entry, concordance: {} };
  const mentions = await cache.get(entry.article.mentions);
  return isArticleMentions(mentions) ? { entry, concordance: mentions.concordance } : undefined;
}

/** Whether a value of the cache is an article; its key answers for the rest of its shape. */
function isArticleEntry(value: unknown): value is ArticleEntry {
  return typeof value === 'object' && value !== null && 'article' in value && 'keys' in value;
}
