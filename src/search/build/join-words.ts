import { renumberFields } from './renumber-fields.ts';
import type { WordRecord } from './word-record.ts';
import { WordCursor } from './word-cursor.ts';

/** A shard’s words, and what its numbers become in the whole. */
export interface WordsOfShard {
  readonly file: string;
  /** The number of its first page. */
  readonly firstPage: number;
  /** By its own number, that of each metadata field. */
  readonly fields: readonly number[];
}

/** A word in one of the shards that have it. */
export interface WordInShard {
  readonly record: WordRecord;
  readonly firstPage: number;
}

/** Memory for the words of all shards together, in bytes, and the least that one needs. */
const MEMORY = 64 << 20;
const LEAST = 16 << 10;

/**
 * Goes through the words of all shards at once in byte order, as the index is sorted. Yields where
 * each word stands, in the order of the shards; what is yielded is valid until the next.
 */
export function* joinWords(
  shards: readonly WordsOfShard[],
): Generator<{ readonly places: readonly WordInShard[]; readonly bytesDone: number }> {
  const window = Math.max(LEAST, Math.floor(MEMORY / Math.max(1, shards.length)));
  const waiting = shards.map((words, shard): Waiting => {
    return { shard, words, cursor: new WordCursor(words.file, window) };
  });
  // The next word last, so that taking it off moves nothing.
  const queue = waiting.filter(({ cursor }) => cursor.word).sort((a, b) => compare(b, a));
  let bytesDone = 0;
  for (;;) {
    const next = queue.at(-1)?.cursor.word;
    if (!next) return;
    const taken: Waiting[] = [];
    while (queue.at(-1)?.cursor.word?.key === next.key) {
      const one = queue.pop();
      if (one) taken.push(one);
    }
    const places = taken.flatMap(({ words: { firstPage, fields }, cursor: { word: record } }) => {
      if (!record) return [];
      renumberFields(record, fields);
      return [{ record, firstPage }];
    });
    yield { places, bytesDone };
    for (const one of taken) {
      const before = one.cursor.done;
      one.cursor.advance();
      bytesDone += one.cursor.done - before;
      if (one.cursor.word) insert(queue, one);
    }
  }
}

interface Waiting {
  readonly shard: number;
  readonly words: WordsOfShard;
  readonly cursor: WordCursor;
}

function compare(a: Waiting, b: Waiting): number {
  const [left = '', right = ''] = [a.cursor.word?.key, b.cursor.word?.key];
  return left < right ? -1 : left > right ? 1 : a.shard - b.shard;
}

/** Puts one into its place among those that are in order, the first last. */
function insert(queue: Waiting[], one: Waiting): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other && compare(other, one) > 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, one);
}
