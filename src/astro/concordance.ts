import { createHash, type Hash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { KnownConcordance, Passage } from '#model/mention.ts';

/** So many characters wait in memory before they are written. */
const WAITING = 8_000_000;

/** The files of a folder: all passages, one a line, and where those of each entity begin and how long they are. */
const [LINES, PLACES] = ['lines.jsonl', 'places.json'];

/** Where the passages of an archive stand. */
interface Places {
  /** The keys of mentions in the cache. */
  readonly cached: readonly string[];
  /**
   * Of each entity two numbers a passage: its beginning and length in bytes among the lines, or −1
   * and the place of a key.
   */
  readonly passages: Readonly<Record<string, readonly number[]>>;
}

/**
 * Writes down what articles name, as they come, and where the passages of each entity stand, so that
 * the page of an entity reads its own and no others. Little is kept in memory, however large the
 * archive. What stands in the cache is not written again.
 */
export class ConcordanceWriter {
  readonly #folder: string;
  readonly #next: string;
  readonly #places = new Map<string, number[]>();
  readonly #cached: string[] = [];
  readonly #hashes = new Map<string, Hash>();
  #waiting: string[] = [];
  #size = 0;
  #end = 0;
  #isReady = false;

  /** @param folder where the files are to stand */
  constructor(folder: string) {
    this.#folder = folder;
    this.#next = `${folder}.next`;
  }

  /** Takes what an article names. */
  add(concordance: KnownConcordance): Promise<void> {
    return Promise.try(() => {
      for (const [entity, passage] of Object.entries(concordance)) {
        const hash = this.#hashes.get(entity) ?? createHash('sha256');
        this.#hashes.set(entity, hash.update(passage.digest));
        const place = 'line' in passage ? this.#put(passage.line) : this.#find(passage.cached);
        const places = this.#places.get(entity);
        if (places) places.push(...place);
        else this.#places.set(entity, [...place]);
      }
      if (this.#size > WAITING) this.#write();
    });
  }

  /** Puts the files in the place of the former ones. */
  finish(): Promise<void> {
    return Promise.try(() => {
      this.#write();
      const places: Places = {
        cached: this.#cached,
        passages: Object.fromEntries(this.#places),
      };
      writeFileSync(join(this.#next, PLACES), JSON.stringify(places));
      rmSync(this.#folder, { recursive: true, force: true });
      renameSync(this.#next, this.#folder);
    });
  }

  /** For each entity that is named a hash of all its passages so far. */
  hashes(): ReadonlyMap<string, string> {
    return new Map(
      Array.from(this.#hashes, ([entity, hash]) => [entity, hash.copy().digest('base64url')]),
    );
  }

  #put(line: string): readonly [from: number, length: number] {
    const length = Buffer.byteLength(line);
    const from = this.#end;
    this.#waiting.push(line, '\n');
    this.#end += length + 1;
    this.#size += line.length;
    return [from, length];
  }

  /** The passages of one article come one after another. */
  #find(key: string): readonly [from: number, place: number] {
    if (this.#cached.at(-1) !== key) this.#cached.push(key);
    return [-1, this.#cached.length - 1];
  }

  #write(): void {
    if (!this.#isReady) {
      rmSync(this.#next, { recursive: true, force: true });
      mkdirSync(this.#next, { recursive: true });
      this.#isReady = true;
    }
    appendFileSync(join(this.#next, LINES), this.#waiting.join(''));
    this.#waiting = [];
    this.#size = 0;
  }
}

/** Reads the passages of entities that a writer has written down in a folder. */
export class WrittenConcordance {
  readonly #lines: string;
  readonly #places: Places;

  constructor(folder: string) {
    this.#lines = join(folder, LINES);
    const places: unknown = JSON.parse(readFileSync(join(folder, PLACES), 'utf8'));
    if (!isPlaces(places)) throw new Error(DAMAGED);
    this.#places = places;
  }

  /**
   * Those of an entity, in the order of their articles: none where no text names it.
   *
   * @param fromCache reads a line that stands in the cache among an article’s mentions
   */
  async of(entity: string, fromCache: (key: string) => Promise<string>): Promise<Passage[]> {
    const places = this.#places.passages[entity] ?? [];
    if (places.length === 0) return [];
    const passages: Passage[] = [];
    const file = openSync(this.#lines, 'r');
    try {
      for (let index = 0; index < places.length; index += 2) {
        const [from = -1, length = 0] = places.slice(index, index + 2);
        const line =
          from < 0
            ? await fromCache(this.#places.cached[length] ?? '')
            : readLine(file, from, length);
        passages.push(readPassage(line));
      }
    } finally {
      closeSync(file);
    }
    return passages;
  }
}

function readLine(file: number, from: number, length: number): string {
  const line = Buffer.allocUnsafe(length);
  return line.toString('utf8', 0, readSync(file, line, 0, length, from));
}

/** Our own file: its name answers for the rest of its shape. */
function isPlaces(value: unknown): value is Places {
  return typeof value === 'object' && value !== null && 'cached' in value && 'passages' in value;
}

const DAMAGED = 'A passage of the concordance is damaged. Run the command again.';

/** Reads a passage as the compiler wrote it. */
export function readPassage(line: string): Passage {
  const passage: unknown = JSON.parse(line);
  if (isPassage(passage)) return passage;
  throw new Error(DAMAGED);
}

function isPassage(value: unknown): value is Passage {
  return typeof value === 'object' && value !== null && 'article' in value && 'rows' in value;
}
