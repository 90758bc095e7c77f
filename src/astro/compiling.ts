import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { FreshArticle } from '#compile/article.ts';
import type { ArticleFolder } from '#compile/survey.ts';
import type { EntitySummary } from '#model/compiled.ts';
import type { CompileArticles } from '#pipeline.ts';
import type { Workplace } from './workplace.ts';

/** What the process that helps to compile is told: of the archive first, then of articles. */
export type CompilingOrder =
  | {
      readonly is: 'archive';
      readonly work: Workplace;
      readonly entities: readonly EntitySummary[];
    }
  | { readonly is: 'part'; readonly part: number; readonly folders: readonly ArticleFolder[] };

/** What it tells, of the part with a number. */
export type CompilingMessage =
  | { readonly is: 'done'; readonly part: number; readonly compiled: readonly FreshArticle[] }
  | { readonly is: 'failed'; readonly part: number; readonly why: string };

/** A process that helps to compile. */
export interface CompilingHelper {
  readonly compile: CompileArticles;
  /** Ends it, whatever it is at. */
  readonly stop: () => void;
}

/** Starts a process that compiles articles of an archive as this one does, on a core of its own. */
export function startCompiling(
  work: Workplace,
  entities: readonly EntitySummary[],
): CompilingHelper {
  const child = fork(join(import.meta.dirname, 'compile-process.ts'), {
    serialization: 'advanced',
  });
  const waiting = new Map<number, PromiseWithResolvers<readonly FreshArticle[]>>();
  const fail = (why: Error): void => {
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  child.on('message', (message: CompilingMessage) => {
    const { resolve, reject } = waiting.get(message.part) ?? {};
    waiting.delete(message.part);
    if (message.is === 'done') resolve?.(message.compiled);
    else reject?.(new Error(message.why));
  });
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    fail(new Error(`A process that compiled articles has ended (${String(code ?? signal)}).`));
  });
  const tell = (order: CompilingOrder): void => {
    child.send(order);
  };
  tell({ is: 'archive', work, entities });
  let parts = 0;
  return {
    compile: (folders) => {
      const part = (parts += 1);
      const own = Promise.withResolvers<readonly FreshArticle[]>();
      waiting.set(part, own);
      tell({ is: 'part', part, folders });
      return own.promise;
    },
    stop: () => {
      child.kill();
    },
  };
}
