import { createHash } from 'node:crypto';
import { frameOf } from './bundle-frame.ts';
import { divide, type Divisible, type Shard } from './divide.ts';
import type { FolderCache } from './folder-cache.ts';
import { joinShards } from './join-shards.ts';
import { indexPages, type PageToIndex } from './pagefind-files.ts';
import { PAGEFIND_VERSION } from './pagefind-version.ts';
import { readShard } from './read-shard.ts';
import { findShard, type StoredShard, storeShard } from './stored-shard.ts';
import { resultIdOf } from '#search/table.ts';
import { type SearchableText, textToHtml } from './text-to-html.ts';

/** A text to be indexed, read only if its shard has changed. */
export interface IndexableText extends Divisible {
  /** Tells everything that is fed of it from anything else. */
  readonly fingerprint: string;
  readonly read: () => Promise<SearchableText>;
}

/** A shard as it stands in its bundle: its name, by which results are known, and its texts. */
export interface NamedShard<Text> {
  readonly name: string;
  readonly texts: readonly Text[];
}

/** What came of indexing a language. */
export interface LanguageIndex<Text> {
  /** In the order of the bundle’s pages. */
  readonly shards: readonly NamedShard<Text>[];
  /** The keys of all that it uses of the cache. */
  readonly keys: readonly string[];
}

export interface IndexingOptions {
  readonly cache: FolderCache;
  /** Tells this version of the indexing code from every other. */
  readonly indexer: string;
  /** Hears how many more texts are in their shards. */
  readonly onIndexed: (texts: number) => void;
  /** Hears what part of the shards is joined, from 0 to 1. */
  readonly onJoined: (part: number) => void;
}

/**
 * What a shard may hold: an edited text is indexed again with its whole shard (1.5 ms a text of 400
 * words), and Pagefind takes 0.25 MB for each such text; the more shards, the longer takes joining.
 */
const LIMITS = { texts: 500, length: 3_000_000 };

/** Pagefind’s own weight of a chunk. Words that begin alike stand in one chunk, because it looks for
 * beginnings only in the chunks that it has loaded: else what is found depends on earlier queries. */
const CHUNKS = { weight: 20_000, prefix: 3 };

/** Some 20 kB when compressed, about a dozen texts of 400 words. */
const GROUP_SIZE = 64 << 10;

/**
 * Indexes the texts of one language into one bundle and writes it to a folder, shard by shard:
 * shards that have not changed come from the cache. Throws what Pagefind says is wrong.
 */
export async function indexLanguage<Text extends IndexableText>(
  language: string,
  texts: readonly Text[],
  folder: string,
  { cache, indexer, onIndexed, onJoined }: IndexingOptions,
): Promise<LanguageIndex<Text>> {
  const frame = await frameOf(language, cache);
  const keys = [frame.key];
  const named: NamedShard<Text>[] = [];
  const stored: StoredShard[] = [];
  for (const shard of divide(texts, LIMITS)) {
    const key = keyOf(language, indexer, shard);
    const name = nameOf(language, shard.bits, key);
    stored.push((await findShard(cache, key)) ?? (await index(language, name, key, shard, cache)));
    named.push({ name, texts: shard.texts });
    keys.push(key);
    onIndexed(shard.texts.length);
  }
  await joinShards(language, stored, frame, folder, CHUNKS, onJoined);
  return { shards: named, keys };
}

async function index(
  language: string,
  name: string,
  key: string,
  { texts }: Shard<IndexableText>,
  cache: FolderCache,
): Promise<StoredShard> {
  const files = await indexPages(language, pagesOf(language, texts));
  const shard = await readShard(name, files, {
    idOf: (page) => resultIdOf(name, page),
    prefix: language,
    groupSize: GROUP_SIZE,
  });
  return storeShard(cache, key, shard);
}

async function* pagesOf(
  language: string,
  texts: readonly IndexableText[],
): AsyncGenerator<PageToIndex> {
  for (const { read } of texts) {
    const text = await read();
    yield { url: text.url, html: textToHtml(text, language) };
  }
}

/** Tells a shard from every other: all that goes into it, and what makes it. */
function keyOf(language: string, indexer: string, { bits, texts }: Shard<IndexableText>): string {
  const parts = [
    PAGEFIND_VERSION,
    indexer,
    language,
    bits,
    ...texts.map((text) => text.fingerprint),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * The name of a shard in its bundle. Its bits tell it from the others, and its key from what the
 * same shard was before, so that a table and a bundle of different builds do not go together.
 */
function nameOf(language: string, bits: string, key: string): string {
  return `${language}_${BigInt(`0b1${bits}`).toString(36)}${key.slice(0, KEY_LENGTH)}`;
}

const KEY_LENGTH = 7;
