import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JoinableIndex } from './index-language.ts';

/** What a thread is told: to write this bundle into this folder. */
export interface JoinOrder {
  readonly index: JoinableIndex;
  readonly folder: string;
}

/**
 * Joins what was indexed of a language into one bundle, as `writeBundle` does, in a thread of its
 * own: bundles have nothing to do with each other.
 *
 * @param onJoined hears what part of it is done, from 0 to 1
 */
export async function joinInThread(
  order: JoinOrder,
  onJoined: (part: number) => void,
): Promise<void> {
  const thread = new Worker(join(import.meta.dirname, 'join-thread.ts'));
  const done = Promise.withResolvers<undefined>();
  thread.on('message', onJoined);
  thread.on('error', done.reject);
  thread.on('exit', (code) => {
    if (code === 0) done.resolve(undefined);
    else done.reject(new Error(`The thread that joined a bundle has ended (${String(code)}).`));
  });
  thread.postMessage(order);
  await done.promise;
}
