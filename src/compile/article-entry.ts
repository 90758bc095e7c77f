import type { ArticleSummary } from '#model/compiled.ts';
import type { EntityId, ParagraphId, TextId } from '#model/ids.ts';
import type { KnownConcordance } from '#model/mention.ts';
import type { Problem } from '#model/problem.ts';
import type { CompileCache } from './cache.ts';
import type { MentionCount } from './mentions.ts';
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

/** An entry, with where the article names each entity, whose words stand in the cache by themselves. */
export interface ArticleWithConcordance {
  readonly entry: ArticleEntry;
  readonly concordance: KnownConcordance;
}

/** What the cache has of an article; undefined where it lacks any of it. */
export async function recallArticle(
  key: string,
  cache: CompileCache,
): Promise<ArticleWithConcordance | undefined> {
  const entry = await cache.get(key);
  if (!isArticleEntry(entry) || !entry.keys.every(cache.has)) return undefined;
  const cached = entry.article?.mentions ?? '';
  const concordance = entry.named.map(([entity, { rows, digest }]) => {
    return [entity, { rows, digest, cached }] as const;
  });
  return { entry, concordance: Object.fromEntries(concordance) };
}

/** Whether a value of the cache is an article; its key answers for the rest of its shape. */
function isArticleEntry(value: unknown): value is ArticleEntry {
  return typeof value === 'object' && value !== null && 'article' in value && 'keys' in value;
}
