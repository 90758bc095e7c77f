import type { SearchBundle } from './pagefind.d.ts';

/** What the worker asks of the page: a file of the bundle. */
interface Wanted {
  readonly wanted: string;
}

/** What the page answers: the file in base64; null where there is none. */
interface Given {
  readonly given: string;
  readonly content: string | null;
}

/** What Pagefind’s worker (1.6.0) is asked, and what it answers. */
type Method = 'init' | 'search';
interface Answer {
  readonly id: string;
  readonly result?: unknown;
  readonly error?: string;
}

type Results = Awaited<ReturnType<SearchBundle['search']>>;

/**
 * Pagefind in a worker of its own, which gets its files from the page: a worker may read none where
 * there is no server. Its program is Pagefind’s, and so are the messages between it and the page.
 */
export class PagefindWorker implements SearchBundle {
  readonly #worker: Worker;
  readonly #read: (file: string) => Promise<string>;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #count = 0;

  /**
   * Starts it with the bundle of a language.
   *
   * @param program Pagefind’s script for a worker
   * @param read gives a file in base64, by its path below the folder of the bundles
   */
  static async start(
    program: string,
    language: string,
    read: (file: string) => Promise<string>,
  ): Promise<PagefindWorker> {
    const started = new PagefindWorker(program, read);
    await started.#ask('init', {
      ...{ basePath: `${language}/`, baseUrl: '/' },
      ...{ language: document.documentElement.lang.toLowerCase(), primary: true },
    });
    return started;
  }

  private constructor(program: string, read: (file: string) => Promise<string>) {
    this.#read = read;
    const before = [sendWhatIsRead, askPageForFiles].map((one) => `(${one.toString()})();\n`);
    const parts = [...before, program];
    const address = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
    this.#worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Wanted | Answer>) => {
      if ('wanted' in data) void this.#give(data.wanted);
      else this.#asked.get(data.id)?.(data);
    });
  }

  async search(words: string): Promise<Results> {
    const found = await this.#ask('search', words, {});
    if (isResults(found)) return found;
    throw new Error('Pagefind’s worker gave no results.');
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
    this.#worker.postMessage(given);
  }
}

function isResults(value: unknown): value is Results {
  return typeof value === 'object' && value !== null && 'results' in value;
}

/**
 * Runs in the worker, before Pagefind’s program: `fetch` asks the page. It is sent there as its own
 * source, so it names nothing outside itself.
 */
function askPageForFiles(): void {
  const waiting = new Map<string, ((content: string | null) => void)[]>();
  self.addEventListener('message', (event: MessageEvent<Given | { readonly id: string }>) => {
    if (!('given' in event.data)) return;
    const { given, content } = event.data;
    event.stopImmediatePropagation();
    const some = waiting.get(given) ?? [];
    waiting.delete(given);
    for (const give of some) give(content);
  });
  self.fetch = async (input) => {
    // Pagefind asks by address, with a time behind it.
    const [file = ''] = typeof input === 'string' ? input.split('?') : [];
    const content = await new Promise<string | null>((give) => {
      const others = waiting.get(file);
      if (others) others.push(give);
      else {
        waiting.set(file, [give]);
        self.postMessage({ wanted: file });
      }
    });
    if (content === null) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
  };
}

/**
 * Runs there as well: of each result the page is sent what it reads. What Pagefind keeps of each for
 * the time when it is shown would grow with every search: it is let go bit by bit when no search has
 * been for a while.
 */
function sendWhatIsRead(): void {
  interface Sent {
    readonly id?: string;
    readonly result?: { readonly results?: readonly Kept[] };
  }
  interface Kept {
    readonly id: string;
    readonly score: number;
    readonly words: readonly number[];
    readonly data: unknown;
  }
  const letGo = 'let go';
  const kept: unknown[] = [];
  let resting = 0;
  const letGoOfSome = (): void => {
    for (const data of kept.splice(0, 250)) {
      const message = { id: letGo, method: 'releaseData', args: [data] };
      self.dispatchEvent(new MessageEvent('message', { data: message }));
    }
    if (kept.length > 0) resting = self.setTimeout(letGoOfSome, 50);
  };
  const post = self.postMessage.bind(self);
  self.postMessage = (sent: Sent) => {
    const results = sent.result?.results;
    if (sent.id === letGo) return;
    if (!results) {
      post(sent);
      return;
    }
    const read = results.map(({ id, score, words }) => ({ id, score, words }));
    post({ id: sent.id, result: { results: read } });
    for (const { data } of results) kept.push(data);
    self.clearTimeout(resting);
    resting = self.setTimeout(letGoOfSome, 1_000);
  };
}
