import { createHash } from 'node:crypto';
import { type BundleFrame, frameOf } from './bundle-frame.ts';
import { divide, type Divisible, type Shard } from './divide.ts';
import type { FolderCache } from './folder-cache.ts';
import { inLanes } from './in-lanes.ts';
import { joinShards } from './join-shards.ts';
import { indexPages, type PageToIndex } from './pagefind-files.ts';
import { PAGEFIND_VERSION } from './pagefind-version.ts';
import { readShard } from './read-shard.ts';
import { findShard, type StoredShard, storeShard } from './stored-shard.ts';
import { resultIdOf } from '#search/table.ts';
import { type SearchableText, textToHtml } from './text-to-html.ts';
import { isSound } from '#text/search-words.ts';
import type { ChunkLayout } from './write-chunks.ts';

/** A text to be indexed, read only if its shard has changed. */
export interface IndexableText extends Divisible {
  /** Address of its page, without base path. */
  readonly url: string;
  /** Tells everything that is fed of it from anything else. */
  readonly fingerprint: string;
  readonly read: () => Promise<SearchableText>;
}

/** A shard as it stands in its bundle: its name, by which results are known, and its texts. */
export interface NamedShard {
  readonly name: string;
  readonly texts: readonly IndexableText[];
}

/** What was indexed of a language, ready to be joined into its bundle: plain data. */
export interface JoinableIndex {
  readonly language: string;
  /** The shards in the cache, in the order of the bundle’s pages. */
  readonly stored: readonly StoredShard[];
  readonly frame: BundleFrame;
}

/** The texts of a language, indexed in shards. */
export interface LanguageIndex extends JoinableIndex {
  /** The same shards with their texts; without the texts that have no words. */
  readonly shards: readonly NamedShard[];
  /** The keys of all that it uses of the cache. */
  readonly keys: readonly string[];
}

export interface IndexingOptions {
  readonly cache: FolderCache;
  /** Tells this version of the indexing code from every other. */
  readonly indexer: string;
  /** Hears how many more texts are in their shards. */
  readonly onIndexed: (texts: number) => void;
}

/**
 * What a shard may hold: an edited text is indexed again with its whole shard (1.5 ms a text of 400
 * words), and Pagefind takes 0.25 MB for each such text; the more shards, the longer takes joining.
 */
const LIMITS = { texts: 500, length: 3_000_000 };

/**
 * Pagefind is a program of its own and does one thing at a time: while it indexes one shard, the
 * other is read or prepared here, so that two cores have work. It holds both in memory meanwhile.
 */
const LANES = 2;

/**
 * Pagefind’s own weight of a chunk. Words that begin alike stand in one chunk, because it looks for
 * beginnings only in the chunks that it has loaded: else what is found depends on earlier queries.
 * Sounds are many, begin alike, and are never looked for by their beginnings.
 * No chunk is read for a word at the price of a book: one of `most` takes some 300 kB.
 */
const CHUNKS: ChunkLayout = { weight: 20_000, prefix: 3, most: 400_000, isWhole: isSound };

/** Some 20 kB when compressed, about a dozen texts of 400 words. */
const GROUP_SIZE = 64 << 10;

/**
 * Indexes the texts of one language shard by shard: shards that have not changed come from the
 * cache. Throws what Pagefind says is wrong.
 */
export async function indexLanguage(
  language: string,
  texts: readonly IndexableText[],
  { cache, indexer, onIndexed }: IndexingOptions,
): Promise<LanguageIndex> {
  const frame = await frameOf(language, cache);
  const planned = divide(texts, LIMITS).map((shard) => {
    const key = keyOf(language, indexer, shard);
    return { shard, key, name: nameOf(language, shard.bits, key) };
  });
  const stored = await inLanes(planned, LANES, async ({ shard, key, name }) => {
    const known = await findShard(cache, key);
    const own = known ?? (await index(language, name, key, shard, cache));
    onIndexed(shard.texts.length);
    return own;
  });
  const shards = planned.map(({ shard, name }, place) => {
    const byUrl = new Map(shard.texts.map((text) => [text.url, text]));
    return { name, texts: (stored[place]?.urls ?? []).flatMap((url) => byUrl.get(url) ?? []) };
  });
  const keys = [frame.key, ...planned.map(({ key }) => key)];
  return { language, shards, stored, frame, keys };
}

/**
 * Joins what was indexed of a language into one bundle in a folder.
 *
 * @param onJoined hears what part of it is done, from 0 to 1
 */
export async function writeBundle(
  { language, stored, frame }: JoinableIndex,
  folder: string,
  onJoined?: (part: number) => void,
): Promise<void> {
  await joinShards(language, stored, frame, folder, CHUNKS, onJoined);
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
