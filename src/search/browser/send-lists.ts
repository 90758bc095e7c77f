import type { SentHits } from './pagefind-worker.ts';

/** Pagefind’s WASM, as its program calls it. */
declare const wasm_bindgen: {
  search: (index: number, ...query: readonly unknown[]) => string;
};

/**
 * Runs in Pagefind’s worker, behind its program, as its own source, so it names nothing outside
 * itself: the page is sent the hits of a search as lists of numbers. The program
 * would make objects of every place of every hit, and keep them; so it is told that there are none,
 * and by the number of its answer the hits are found again when it answers.
 */
export function sendLists(): void {
  interface Result {
    readonly p: string;
    readonly s: number;
    readonly l: readonly { readonly w: number; readonly s: number; readonly l: number }[];
  }
  interface PagefindAnswer {
    readonly results: readonly Result[];
    readonly unfiltered_total: number;
  }
  interface Sent {
    readonly id: string;
    readonly result?: { readonly unfilteredResultCount?: number };
  }
  // A place weighs its weight squared, times e^(e^(-d²/8) - 1) where the word is d - 1 bytes longer
  // or shorter than was asked for: .89 for the word itself, .67 and less for others.
  const whole = 0.78;
  const isAnswer = (value: unknown): value is PagefindAnswer =>
    typeof value === 'object' && value !== null;
  const answers: string[] = ['{"results":[],"unfiltered_total":0}'];
  const search = wasm_bindgen.search;
  wasm_bindgen.search = (...query) => {
    const number = answers.push(search(...query)) - 1;
    return `{"filtered_counts":{},"total_counts":{},"results":[],"unfiltered_total":${String(number)}}`;
  };
  const post = self.postMessage.bind(self);
  self.postMessage = (sent: Sent, options?: StructuredSerializeOptions) => {
    const number = sent.result?.unfilteredResultCount;
    if (number === undefined) {
      post(sent, options);
      return;
    }
    const answer: unknown = JSON.parse(answers[number] ?? '');
    if (!isAnswer(answer)) return;
    if (number > 0) answers[number] = '';
    const found = answer.results.filter(({ l }) => l.length > 0);
    const isWhole = new Uint8Array(found.length);
    const starts = new Uint32Array(found.length + 1);
    const places = found.flatMap(({ l }, index) => {
      starts[index + 1] = (starts[index] ?? 0) + l.length;
      if (l.some(({ w, s }) => s > whole * w * w)) isWhole[index] = 1;
      return l.map((place) => place.l);
    });
    const result: SentHits = {
      ids: found.map(({ p }) => p),
      scores: Float64Array.from(found, ({ s }) => s),
      ...{ isWhole, starts, places: Uint32Array.from(places) },
      unfiltered: answer.unfiltered_total,
    };
    post({ id: sent.id, result });
  };
}
