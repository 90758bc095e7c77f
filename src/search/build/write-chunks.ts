import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CborWriter } from './cbor.ts';
import { contentHash } from './content-hash.ts';
import type { WordChunk } from './index-meta.ts';
import { joinWords, type WordInShard, type WordsOfShard } from './join-words.ts';
import { pack } from './packed.ts';
import { trimRanges } from './trim-ranges.ts';
import type { Posting } from './word-record.ts';

/** Where a chunk of the word list may end. */
export interface ChunkLayout {
  /** A chunk ends when it weighs so much: places of words, and one a page and one a variant. */
  readonly weight: number;
  /** It ends only where the first so many characters of the next word are others. */
  readonly prefix: number;
  /** For each time that it weighs so much, one character more counts, so that it does end. */
  readonly most: number;
  /** Whether a word is only ever looked for whole: before it a chunk may end whatever it begins with. */
  readonly isWhole: (word: string) => boolean;
}

/** At most so many chunks are compressed at a time; they wait in memory for it. */
const AT_A_TIME = 8;

/**
 * Joins the words of shards and writes them as chunks into a folder. Returns the chunks with their
 * ranges, in order.
 *
 * @param onProgress hears how many bytes of the shards’ words are done
 */
export async function writeChunks(
  language: string,
  shards: readonly WordsOfShard[],
  folder: string,
  layout: ChunkLayout,
  onProgress: (bytesDone: number) => void,
): Promise<WordChunk[]> {
  const chunks: WordChunk[] = [];
  const names = new Set<string>();
  const writing = new Set<Promise<void>>();
  const writer = new CborWriter();
  let weight = 0;
  let words: Buffer[] = [];

  const close = async (): Promise<void> => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) return;
    const head = new CborWriter();
    head.array(1);
    head.array(words.length);
    const content = Buffer.concat([head.take(), writer.take()]);
    const name = unusedName(language, content, names);
    chunks.push([first.toString(), last.toString(), name]);
    [words, weight] = [[], 0];
    const written = write(join(folder, `${name}.pf_index`), content);
    writing.add(written);
    void written.then(() => writing.delete(written)).catch(() => undefined);
    if (writing.size >= AT_A_TIME) await Promise.race(writing);
  };

  for (const { places, bytesDone } of joinWords(shards)) {
    const [place] = places;
    if (!place) continue;
    const word = Buffer.from(place.record.key, 'latin1');
    const before = words.at(-1);
    if (
      before &&
      weight >= layout.weight &&
      (layout.isWhole(word.toString()) ||
        !startAlike(before, word, lettersThatCount(weight, layout)))
    ) {
      await close();
      onProgress(bytesDone);
    }
    words.push(word);
    weight += writeWord(writer, word, places);
  }
  await close();
  await Promise.all(writing);
  return trimRanges(chunks);
}

/** Writes a word with all its places; returns its weight. */
function writeWord(writer: CborWriter, word: Buffer, places: readonly WordInShard[]): number {
  writer.array(3);
  writer.text(word);
  const own = places.map(({ record, firstPage }) => ({ posting: record.posting, firstPage }));
  let weight = writePostings(writer, own);
  // Spellings stand in the order in which they first appear.
  const variants = new Map<string, PostingInShard[]>();
  for (const { record, firstPage } of places) {
    for (const { form, posting } of record.variants) {
      const known = variants.get(form) ?? [];
      known.push({ posting, firstPage });
      variants.set(form, known);
    }
  }
  writer.array(variants.size);
  for (const [form, some] of variants) {
    writer.array(2);
    writer.text(Buffer.from(form, 'latin1'));
    weight += writePostings(writer, some) + 1;
  }
  return weight;
}

interface PostingInShard {
  readonly posting: Posting;
  readonly firstPage: number;
}

/** Each page is named by its distance from the one before, so only the first of a shard changes. */
function writePostings(writer: CborWriter, places: readonly PostingInShard[]): number {
  const some = places.filter(({ posting }) => posting.pages > 0);
  writer.array(some.reduce((sum, { posting }) => sum + posting.pages, 0));
  let [before, weight] = [0, 0];
  for (const { posting, firstPage } of some) {
    writer.array(3);
    writer.integer(firstPage + posting.first - before);
    writer.rawFrom(posting.body.bytes, posting.body.begin, posting.body.end);
    before = firstPage + posting.last;
    weight += posting.weight;
  }
  return weight;
}

function lettersThatCount(weight: number, { prefix, most }: ChunkLayout): number {
  return prefix + Math.floor(weight / most);
}

function startAlike(a: Buffer, b: Buffer, characters: number): boolean {
  if (characters === 0) return false;
  return start(a, characters) === start(b, characters);
}

function start(word: Buffer, characters: number): string {
  return Array.from(word.toString()).slice(0, characters).join('');
}

/** The hash of a content, as short as Pagefind’s where that is not taken. */
function unusedName(language: string, content: Buffer, names: Set<string>): string {
  const hash = contentHash(content);
  let length = SHORTEST_HASH;
  while (names.has(hash.slice(0, length))) length += 1;
  names.add(hash.slice(0, length));
  return `${language}_${hash.slice(0, length)}`;
}

const SHORTEST_HASH = 7;

async function write(path: string, content: Buffer): Promise<void> {
  await writeFile(path, await pack(content, 'usual'));
}
