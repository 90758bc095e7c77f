/** A room of the house: a folder of `src` with one purpose. */
export interface Room {
  /** The rooms whose modules it may import. */
  readonly knows: readonly string[];
  /** Whether it has no Astro, no clock, no environment, and files only through what is passed in. */
  readonly isPure: boolean;
  /** Whether it is what readers see: it asks other rooms for data and computes nothing. */
  readonly isFace?: boolean;
  /** Files of a pure room that read and write on disk all the same: readers and the cache. */
  readonly reads?: readonly string[];
}

const CORE = ['model', 'text', 'names', 'interface', 'align', 'compile', 'catalogue', 'register'];

/** Data flows one way: which room may know which. README’s map and the linter follow this table. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { knows: [], isPure: true },
  text: { knows: [], isPure: true },
  names: { knows: ['model', 'text'], isPure: true },
  interface: { knows: ['text'], isPure: true },
  align: { knows: ['model', 'text'], isPure: true },
  compile: {
    knows: ['model', 'text', 'names'],
    isPure: true,
    reads: ['files-on-disk.ts', 'cache.ts', 'digest.ts'],
  },
  catalogue: { knows: ['model', 'text', 'names', 'interface'], isPure: true },
  register: { knows: ['model', 'text', 'compile', 'catalogue'], isPure: true },
  number: { knows: ['model', 'text', 'names', 'align', 'compile', 'register'], isPure: true },
  intake: {
    knows: ['model', 'text', 'compile'],
    isPure: true,
    reads: ['outside-file.ts', 'write-articles.ts'],
  },
  cite: { knows: ['model', 'text', 'interface'], isPure: true, reads: ['csl-package.ts'] },
  exchange: { knows: ['model', 'text', 'interface', 'catalogue', 'cite'], isPure: true },
  search: { knows: ['model', 'text', 'interface'], isPure: false },
  bundle: {
    knows: ['model', 'text', 'interface', 'catalogue', 'search'],
    isPure: false,
  },
  scripts: { knows: [], isPure: false },
  astro: { knows: [...CORE, 'cite', 'exchange', 'search'], isPure: false },
  styles: { knows: [], isPure: true },
  layouts: {
    knows: [
      'model',
      'text',
      'interface',
      'catalogue',
      'register',
      'search',
      'astro',
      'components',
      'styles',
    ],
    isPure: false,
    isFace: true,
  },
  components: {
    knows: [
      ...['model', 'text', 'interface', 'catalogue', 'register', 'cite', 'exchange'],
      ...['search', 'scripts', 'astro', 'layouts'],
    ],
    isPure: false,
    isFace: true,
  },
  pages: { knows: ['model', 'register', 'astro', 'components'], isPure: false, isFace: true },
  cli: {
    knows: [...CORE, 'cite', 'exchange', 'number', 'intake', 'search', 'bundle', 'astro'],
    isPure: false,
  },
};
