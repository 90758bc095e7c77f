import { createHash } from 'node:crypto';

/** What division needs to know of a text. */
export interface Divisible {
  /** Id of its article; texts of one article stay together. */
  readonly article: string;
  /** In characters; what memory an index takes depends on it. */
  readonly length: number;
}

/** Texts that are indexed together. */
export interface Shard<Text> {
  /** The first bits of the hashes of its articles’ ids, which no others have; empty for the only shard. */
  readonly bits: string;
  readonly texts: readonly Text[];
}

/** What a shard may hold; an article that is larger has one of its own. */
export interface ShardLimits {
  readonly texts: number;
  readonly length: number;
}

/**
 * Divides texts into shards by the hashes of their articles’ ids. A shard that holds too much is
 * parted in two by the next bit, and no other is touched, so an added article moves at most those
 * of its own shard. What comes out depends on the texts alone, not on how they came to be there.
 * Shards are in order of their bits, texts as they were given.
 */
export function divide<Text extends Divisible>(
  texts: readonly Text[],
  limits: ShardLimits,
): Shard<Text>[] {
  const hashes = new Map<string, string>();
  for (const { article } of texts) {
    if (!hashes.has(article)) hashes.set(article, hashOf(article));
  }
  const hashed = texts.map((text) => ({ text, hash: hashes.get(text.article) ?? '' }));
  return part(hashed, '', limits);
}

interface Hashed<Text> {
  readonly text: Text;
  readonly hash: string;
}

function part<Text extends Divisible>(
  hashed: readonly Hashed<Text>[],
  bits: string,
  limits: ShardLimits,
): Shard<Text>[] {
  if (hashed.length === 0) return [];
  const length = hashed.reduce((sum, { text }) => sum + text.length, 0);
  const isSmall = hashed.length <= limits.texts && length <= limits.length;
  if (isSmall || hashed.every(({ hash }) => hash === hashed[0]?.hash)) {
    return [{ bits, texts: hashed.map(({ text }) => text) }];
  }
  const { 0: left = [], 1: right = [] } = Object.groupBy(hashed, ({ hash }) =>
    hash.charAt(bits.length) === '0' ? 0 : 1,
  );
  return [...part(left, `${bits}0`, limits), ...part(right, `${bits}1`, limits)];
}

/** As bits, the first first; so many that no archive has two articles with the same. */
function hashOf(article: string): string {
  const hash = createHash('sha256').update(article).digest().subarray(0, HASH_BYTES);
  return Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');
}

const HASH_BYTES = 8;
