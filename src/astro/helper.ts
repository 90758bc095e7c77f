import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Hand } from '#compile/share-out.ts';
import { expectShortLives } from './short-lives.ts';

/** Work with which a process can help: what goes there and comes back is plain data. */
export interface Job {
  /** What a helper has to know before its first part. */
  readonly about: unknown;
  readonly item: unknown;
  readonly result: unknown;
}

/** What a helper is told: what it is about first, then of one part of the work after another. */
type Order<Own extends Job> =
  | { readonly is: 'about'; readonly about: Own['about'] }
  | { readonly is: 'part'; readonly part: number; readonly items: readonly Own['item'][] };

/** What it tells, of the part with a number. */
type Message<Own extends Job> =
  | { readonly is: 'done'; readonly part: number; readonly results: readonly Own['result'][] }
  | { readonly is: 'failed'; readonly part: number; readonly why: unknown };

/** A process that does parts of some work, on a core of its own. */
export interface Helper<Own extends Job> {
  /** It may be given more before it is done with the first. */
  readonly hand: HandOf<Own>;
  /** Ends it, whatever it is at: whoever waits for it hears of that. */
  readonly stop: () => void;
}

/**
 * Starts a process that helps, which ends with this one at the latest.
 *
 * @param script a file of this folder, which calls `help` for the same job
 */
export function startHelper<Own extends Job>(script: string, about: Own['about']): Helper<Own> {
  const child = fork(join(import.meta.dirname, script), { serialization: 'advanced' });
  const waiting = new Map<number, PromiseWithResolvers<readonly Own['result'][]>>();
  let ended: Error | undefined;
  const fail = (why: Error): void => {
    ended = why;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  child.on('message', (message: Message<Own>) => {
    const { resolve, reject } = waiting.get(message.part) ?? {};
    waiting.delete(message.part);
    if (message.is === 'done') resolve?.(message.results);
    else reject?.(message.why);
  });
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    fail(new Error(`A process that helped has ended: ${script}, ${String(code ?? signal)}.`));
  });
  const tell = (order: Order<Own>): void => {
    child.send(order);
  };
  tell({ is: 'about', about });
  let parts = 0;
  return {
    hand: (items) => {
      if (ended) return Promise.reject(ended);
      const part = (parts += 1);
      const own = Promise.withResolvers<readonly Own['result'][]>();
      waiting.set(part, own);
      tell({ is: 'part', part, items });
      return own.promise;
    },
    stop: () => {
      child.kill();
    },
  };
}

/**
 * Makes this process a helper. It ends when it is told to, or when the process does that it helps.
 *
 * @param begin hears what the work is about; what it gives does the parts
 */
export function help<Own extends Job>(
  begin: (about: Own['about']) => HandOf<Own> | Promise<HandOf<Own>>,
): void {
  expectShortLives();
  let hand: Promise<HandOf<Own>> | undefined;
  const tell = (message: Message<Own>): void => {
    process.send?.(message);
  };
  const work: HandOf<Own> = async (items) => {
    if (!hand) throw new Error('A helper has to hear first what its work is about.');
    return (await hand)(items);
  };
  process.on('message', (order: Order<Own>) => {
    if (order.is === 'about') {
      hand = Promise.try(begin, order.about);
      // Whoever gives it a part hears why there is nobody to do it.
      hand.catch(() => undefined);
      return;
    }
    const { part, items } = order;
    work(items)
      .then((results) => {
        tell({ is: 'done', part, results });
      })
      .catch((why: unknown) => {
        tell({ is: 'failed', part, why });
      });
  });
  process.once('disconnect', () => {
    process.exit();
  });
}

type HandOf<Own extends Job> = Hand<Own['item'], Own['result']>;
