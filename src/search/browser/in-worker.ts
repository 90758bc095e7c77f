import type { Given, SentHits } from './pagefind-worker.ts';

/*
 * What runs in Pagefind’s worker beside its program. Each is sent there as its own source, so it
 * names nothing outside itself.
 */

/** Pagefind’s WASM, as its program calls it. */
declare const wasm_bindgen: {
  search: (index: number, ...query: readonly unknown[]) => string;
};

/** Runs before the program: `fetch` asks the page, and unpacks faster than the program does. */
export function askPageForFiles(): void {
  const waiting = new Map<string, ((content: Given['content']) => void)[]>();
  self.addEventListener('message', (event: MessageEvent<Given | { readonly id: string }>) => {
    if (!('given' in event.data)) return;
    const { given, content } = event.data;
    event.stopImmediatePropagation();
    const some = waiting.get(given) ?? [];
    waiting.delete(given);
    for (const give of some) give(content);
  });
  const bytesOf = (content: ArrayBuffer | string): Uint8Array<ArrayBuffer> => {
    if (typeof content !== 'string') return new Uint8Array(content);
    const signs = atob(content);
    const bytes = new Uint8Array(signs.length);
    for (let place = 0; place < signs.length; place += 1) bytes[place] = signs.charCodeAt(place);
    return bytes;
  };
  self.fetch = async (input) => {
    const file = typeof input === 'string' ? input : '';
    const content = await new Promise<Given['content']>((give) => {
      const others = waiting.get(file);
      if (others) others.push(give);
      else {
        waiting.set(file, [give]);
        self.postMessage({ wanted: file });
      }
    });
    if (content === null) return new Response(null, { status: 404 });
    const bytes = bytesOf(content);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (!isPacked) return new Response(bytes);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
  };
}

/**
 * Runs after the program: the page is sent the hits of a search as lists of numbers. The program
 * would make objects of every place of every hit, and keep them; so it is told that there are none,
 * and by the number of its answer the hits are found again when it answers.
 */
export function sendLists(): void {
  interface Result {
    readonly p: string;
    readonly s: number;
    readonly l: readonly { readonly w: number; readonly s: number; readonly l: number }[];
  }
  interface Found {
    readonly results: readonly Result[];
    readonly unfiltered_total: number;
  }
  interface Sent {
    readonly id?: string;
    readonly result?: { readonly results?: unknown; readonly unfilteredResultCount: number };
  }
  // A place weighs its weight squared, times e^(e^(-d²/8) - 1) where the word is d - 1 bytes longer
  // or shorter than was asked for: .89 for the word itself, .67 and less for others.
  const whole = 0.78;
  const numbers = new Map<string, number>();
  const searches = new Map<number, Found>();
  let count = 0;
  const isFound = (value: unknown): value is Found =>
    typeof value === 'object' && value !== null && 'results' in value;
  const search = wasm_bindgen.search;
  wasm_bindgen.search = (...query) => {
    count += 1;
    const found: unknown = JSON.parse(search(...query));
    if (isFound(found)) searches.set(count, found);
    return `{"filtered_counts":{},"total_counts":{},"results":[],"unfiltered_total":${String(count)}}`;
  };
  const listsOf = ({ results, unfiltered_total: unfiltered }: Found): SentHits => {
    const found = results.filter(({ l }) => l.length > 0);
    const newIds: string[] = [];
    const pages = new Uint32Array(found.length);
    const scores = new Float64Array(found.length);
    const isWhole = new Uint8Array(found.length);
    const starts = new Uint32Array(found.length + 1);
    const places = new Uint32Array(found.reduce((sum, { l }) => sum + l.length, 0));
    let end = 0;
    for (const [index, { p, s, l }] of found.entries()) {
      let number = numbers.get(p);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(p, number);
        newIds.push(p);
      }
      pages[index] = number;
      scores[index] = s;
      for (const place of l) {
        places[end] = place.l;
        end += 1;
        if (place.s > whole * place.w * place.w) isWhole[index] = 1;
      }
      starts[index + 1] = end;
    }
    return { newIds, pages, scores, isWhole, starts, places, unfiltered };
  };
  const post = self.postMessage.bind(self);
  const none: Found = { results: [], unfiltered_total: 0 };
  self.postMessage = (sent: Sent) => {
    if (!sent.result?.results) {
      post(sent);
      return;
    }
    const number = sent.result.unfilteredResultCount;
    const result = listsOf(searches.get(number) ?? none);
    searches.delete(number);
    const lists = [result.pages, result.scores, result.isWhole, result.starts, result.places];
    post({ id: sent.id, result }, { transfer: lists.map(({ buffer }) => buffer) });
  };
}
