import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { IndexedTexts } from './index-texts.ts';
import type { Phase, Progress } from './progress.ts';
import type { TextToIndex } from './searchable-texts.ts';

/** What the process that indexes is told. */
export interface IndexingOrder {
  readonly texts: readonly TextToIndex[];
  /** Folder of the compiled bodies. */
  readonly compiled: string;
  /** Folder of the cache of shards. */
  readonly cache: string;
  /** Tells this version of the indexing code from every other. */
  readonly indexer: string;
  /** Where the bundles go, a folder a language. */
  readonly folder: string;
}

/** What it tells. Its phases have names of their own. */
export type IndexingMessage =
  | { readonly is: 'begin'; readonly name: string; readonly unit: string }
  | { readonly is: 'advance'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly is: 'end'; readonly name: string }
  | { readonly is: 'done'; readonly indexed: IndexedTexts }
  | { readonly is: 'failed'; readonly why: string };

/** Indexing under way. */
export interface Indexing {
  /** What was indexed, when all of it is. Fails if Pagefind does, or if it was stopped. */
  readonly done: () => Promise<IndexedTexts>;
  /** Ends the process, done or not. */
  readonly stop: () => void;
}

/**
 * Indexes in a process of its own, beside the making of pages: neither needs anything of the other,
 * so a build uses two cores, and what the index takes of memory is not added to what pages take. It
 * is stopped with this process at the latest.
 */
export function startIndexing(order: IndexingOrder, progress: Progress): Indexing {
  const child = fork(join(import.meta.dirname, 'index-process.ts'), { serialization: 'advanced' });
  const phases = new Map<string, Phase>();
  const done = new Promise<IndexedTexts>((resolve, reject) => {
    child.on('message', (message: IndexingMessage) => {
      switch (message.is) {
        case 'begin':
          phases.set(message.name, progress.phase(message.name, message.unit, child.pid));
          break;
        case 'advance':
          phases.get(message.name)?.advance(message.done, message.total);
          break;
        case 'end':
          phases.get(message.name)?.end();
          break;
        case 'done':
          resolve(message.indexed);
          break;
        case 'failed':
          reject(new Error(message.why));
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      reject(new Error(`Indexing ended before it was done (${String(code ?? signal)}).`));
    });
  });
  // A build that fails elsewhere waits for nothing of it.
  done.catch(() => undefined);
  child.unref();
  child.channel?.unref();
  const stop = (): void => {
    child.kill();
  };
  process.on('exit', stop);
  child.send(order);
  return {
    done: () => {
      child.ref();
      child.channel?.ref();
      return done;
    },
    stop: () => {
      process.off('exit', stop);
      stop();
    },
  };
}
