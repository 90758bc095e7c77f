import type { PagefindHits, SearchBundle } from './pagefind.d.ts';
import { askPageForFiles, sendLists } from './in-worker.ts';

/** A file of a bundle: its bytes, or the same in base64. */
export type FileContent = ArrayBuffer | string;

/** What the worker asks of the page: a file of the bundle. */
export interface Wanted {
  readonly wanted: string;
}

/** What the page answers; null where there is no such file. */
export interface Given {
  readonly given: string;
  readonly content: FileContent | null;
}

/** What Pagefind’s worker (1.6.0) is asked, and what it answers. */
type Method = 'init' | 'search';
interface Answer {
  readonly id: string;
  readonly result?: unknown;
  readonly error?: string;
}

/** A filter that no page passes: one that is not there. (`none` and `not` would turn it about.) */
const NONE = { filters: { unknown: 'unknown' } };

/**
 * Pagefind in a worker of its own, so that the page never waits for it. It gets its files from the
 * page: a worker may read none where there is no server. Its program is Pagefind’s, and so are the
 * messages between it and the page, but for the hits.
 */
export class PagefindWorker implements SearchBundle {
  readonly #worker: Worker;
  readonly #read: (file: string) => Promise<FileContent>;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  readonly #ids: string[] = [];
  #count = 0;

  /**
   * Starts it with the bundle of a language.
   *
   * @param program Pagefind’s script for a worker
   * @param read gives a file by its path below the folder of the bundles, what follows `?` included
   */
  static async start(
    program: string,
    language: string,
    read: (file: string) => Promise<FileContent>,
  ): Promise<PagefindWorker> {
    const started = new PagefindWorker(program, read);
    await started.#ask('init', {
      ...{ basePath: `${language}/`, baseUrl: '/' },
      ...{ language: document.documentElement.lang.toLowerCase(), primary: true },
    });
    return started;
  }

  private constructor(program: string, read: (file: string) => Promise<FileContent>) {
    this.#read = read;
    const [before, after] = [askPageForFiles, sendLists].map((one) => `(${one.toString()})();\n`);
    const parts = [before ?? '', program, '\n', after ?? ''];
    const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    this.#worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Wanted | Answer>) => {
      if ('wanted' in data) void this.#give(data.wanted);
      else this.#asked.get(data.id)?.(data);
    });
  }

  async search(words: string): Promise<PagefindHits> {
    return { ...(await this.#hits(words, {})), ids: this.#ids };
  }

  async count(words: string): Promise<number> {
    return (await this.#hits(words, NONE)).unfiltered;
  }

  async #hits(words: string, options: object): Promise<SentHits> {
    const hits = await this.#ask('search', words, options);
    if (!isHits(hits)) throw new Error('Pagefind’s worker gave no results.');
    for (const id of hits.newIds) this.#ids.push(id);
    return hits;
  }

  #ask(method: Method, ...args: readonly unknown[]): Promise<unknown> {
    this.#count += 1;
    const id = String(this.#count);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#asked.set(id, ({ result, error }) => {
      this.#asked.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    });
    this.#worker.postMessage({ id, method, args });
    return promise;
  }

  async #give(file: string): Promise<void> {
    const content = await this.#read(file).catch(() => null);
    const given: Given = { given: file, content };
    this.#worker.postMessage(given, content instanceof ArrayBuffer ? [content] : []);
  }
}

/** What the worker sends of a search. */
export interface SentHits extends Omit<PagefindHits, 'ids'> {
  /** Ids of pages that none of its answers has named before: pages are numbered in this order. */
  readonly newIds: readonly string[];
  /** How many hits there are, whatever a filter lets pass. */
  readonly unfiltered: number;
}

function isHits(value: unknown): value is SentHits {
  return typeof value === 'object' && value !== null && 'newIds' in value;
}
