import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Concordance, Passage } from '#model/mention.ts';

/** So many characters wait in memory before they are written. */
const WAITING = 8_000_000;

/**
 * Sorts what articles name by entity, into a file for each (by its id alone: an id may be as long as
 * the name of a file may be), so that the page of an entity reads its
 * own passages and no others. Little is kept in memory, however large the archive.
 */
export class ConcordanceWriter {
  readonly #folder: string;
  readonly #next: string;
  readonly #waiting = new Map<string, string[]>();
  readonly #hashes = new Map<string, Hash>();
  #size = 0;
  #isReady = false;

  /** @param folder where the files are to stand */
  constructor(folder: string) {
    this.#folder = folder;
    this.#next = `${folder}.next`;
  }

  /** Takes what an article names. */
  async add(concordance: Concordance): Promise<void> {
    for (const [entity, passage] of Object.entries(concordance)) {
      const line = `${passage.line}\n`;
      const lines = this.#waiting.get(entity);
      if (lines) lines.push(line);
      else this.#waiting.set(entity, [line]);
      this.#size += line.length;
      const hash = this.#hashes.get(entity) ?? createHash('sha256');
      this.#hashes.set(entity, hash.update(line));
    }
    if (this.#size > WAITING) await this.#write();
  }

  /** Puts all files in the place of the former ones. */
  async finish(): Promise<void> {
    await this.#write();
    await rm(this.#folder, { recursive: true, force: true });
    await rename(this.#next, this.#folder);
  }

  /** For each entity that is named a hash of all its passages so far. */
  hashes(): ReadonlyMap<string, string> {
    return new Map(
      Array.from(this.#hashes, ([entity, hash]) => [entity, hash.copy().digest('base64url')]),
    );
  }

  async #write(): Promise<void> {
    if (!this.#isReady) {
      await rm(this.#next, { recursive: true, force: true });
      await mkdir(this.#next, { recursive: true });
      this.#isReady = true;
    }
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    this.#size = 0;
    for (const [entity, lines] of waiting) {
      await appendFile(join(this.#next, entity), lines.join(''));
    }
  }
}

/** Reads the passages of an entity that a writer has sorted; none where no text names it. */
export async function readSorted(folder: string, entity: string): Promise<Passage[]> {
  const passages: Passage[] = [];
  const file = join(folder, entity);
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
      passages.push(readPassage(line));
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return passages;
}

/** Reads a passage as the compiler wrote it. */
export function readPassage(line: string): Passage {
  const passage: unknown = JSON.parse(line);
  if (isPassage(passage)) return passage;
  throw new Error('A passage of the concordance is damaged. Run the command again.');
}

function isPassage(value: unknown): value is Passage {
  return typeof value === 'object' && value !== null && 'article' in value && 'rows' in value;
}
