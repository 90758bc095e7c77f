import type { PagefindHits, SearchBundle } from './pagefind.d.ts';
import { sendLists } from './send-lists.ts';

/** What Pagefind’s worker (1.6.0) is asked, and what it answers. */
type Method = 'init' | 'search';
interface Answer {
  readonly id: string;
  readonly result?: SentHits | boolean;
  readonly error?: string;
}

/** A filter that no page passes: one that is not there. (`none` and `not` would turn it about.) */
const NONE = { filters: { unknown: 'unknown' } };

/**
 * Pagefind in a worker of its own, so that the page never waits for it. Its program is Pagefind’s,
 * and so are the messages between it and the page, but for the hits.
 */
export class PagefindWorker implements SearchBundle {
  readonly #worker: Worker;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #count = 0;

  /**
   * Starts it with a bundle.
   *
   * @param program Pagefind’s script for a worker
   * @param basePath where the worker has the files of the bundle
   * @param prepare is given the worker before it is asked anything
   */
  static async start(
    program: string,
    basePath: string,
    prepare?: (worker: Worker) => void,
  ): Promise<PagefindWorker> {
    const started = new PagefindWorker(program);
    prepare?.(started.#worker);
    await started.#ask('init', {
      ...{ basePath, baseUrl: '/' },
      ...{ language: document.documentElement.lang.toLowerCase(), primary: true },
    });
    return started;
  }

  private constructor(program: string) {
    const parts = [program, `\n(${sendLists.toString()})()`];
    const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    this.#worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#asked.get(data.id)?.(data);
    });
  }

  search(words: string): Promise<PagefindHits> {
    return this.#hits(words, {});
  }

  async count(words: string): Promise<number> {
    return (await this.#hits(words, NONE)).unfiltered;
  }

  async #hits(words: string, options: object): Promise<SentHits> {
    const hits = await this.#ask('search', words, options);
    if (typeof hits !== 'object') throw new TypeError(words);
    return hits;
  }

  #ask(method: Method, ...args: readonly unknown[]): Promise<Answer['result']> {
    this.#count += 1;
    const id = String(this.#count);
    const { promise, resolve, reject } = Promise.withResolvers<Answer['result']>();
    this.#asked.set(id, ({ result, error }) => {
      this.#asked.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    });
    this.#worker.postMessage({ id, method, args });
    return promise;
  }
}

/** What the worker sends of a search. */
export interface SentHits extends PagefindHits {
  /** How many hits there are, whatever a filter lets pass. */
  readonly unfiltered: number;
}
