import type { CompileCache } from '#compile/cache.ts';

/** A cache that keeps what is put into it as long as a test runs, and what it holds, by key. */
export function cacheInMemory(): {
  readonly cache: CompileCache;
  readonly kept: ReadonlyMap<string, unknown>;
  /** Loses what stands under a key. */
  readonly lose: (key: string) => void;
} {
  const kept = new Map<string, unknown>();
  const cache: CompileCache = {
    key: (...parts) => parts.map(String).join(' '),
    get: (key) => Promise.resolve(kept.get(key)),
    has: (key) => kept.has(key),
    put: (key, value) => Promise.resolve(void kept.set(key, value)),
    keepOnly: () => Promise.resolve(),
  };
  const lose = (key: string): void => void kept.delete(key);
  return { cache, kept, lose };
}
