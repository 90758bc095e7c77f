import { parentPort } from 'node:worker_threads';
import { doPart, linker, type LinkOrder } from './linking.ts';

/* A thread that links files: it hears between which folders, then of files, and tells in the end which it had to copy. */

const port = parentPort ?? failed();
const copies: string[] = [];
let link: ((file: string) => void) | undefined;
port.on('message', (order: LinkOrder) => {
  if (order === 'all') {
    port.postMessage(copies);
    port.close();
  } else if ('from' in order) {
    link = linker(order, (file) => copies.push(file));
  } else {
    doPart(order, link ?? failed);
  }
});

function failed(): never {
  throw new Error('This is a thread of another program.');
}
