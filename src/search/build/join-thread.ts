import { parentPort } from 'node:worker_threads';
import { writeBundle } from './index-language.ts';
import type { JoinOrder } from './join-in-thread.ts';

/* A thread that joins the bundle of one language: it gets one order, tells what is done, and ends. */

const port = parentPort ?? failed();
port.once('message', ({ index, folder }: JoinOrder) => {
  void writeBundle(index, folder, (part) => {
    port.postMessage(part);
  });
});

function failed(): never {
  throw new Error('This is a thread of another program.');
}
