import { copyFileSync, linkSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { folderMaker } from './made-folders.ts';

/** The folders between which files are linked. */
export interface LinkPlaces {
  readonly from: string;
  readonly to: string;
}

/** What a thread that links is told: the folders first, then files, at last that these were all. */
export type LinkOrder = LinkPlaces | LinkPart | 'all';

/** Files that are linked by whoever takes them first. */
export interface LinkPart {
  readonly files: readonly string[];
  /** One number that all threads share: 0, 1 when somebody has taken the part, 2 when it is done. */
  readonly state: Int32Array;
}

/** Puts files of one folder into another, at the same paths. */
export interface Linking {
  readonly link: (file: string) => void;
  /**
   * Those files of which there are copies, because a link could not be made, when all are in their
   * place. Fails if one could not be copied either. Nothing may be linked after it was called.
   */
  readonly done: () => Promise<readonly string[]>;
  /** Ends it, done or not: after that nothing is put anywhere. Harmless when called twice. */
  readonly stop: () => void;
}

/** So many links are made sooner than a thread begins. */
const WORTH_A_THREAD = 2000;
/** In milliseconds; nobody waits for ever for a thread that has come to an end. */
const LONGEST = 10_000;
/** How many files are a part. */
const AT_A_TIME = 500;

/**
 * Links files, in a thread of its own where they are many: of a large site with one edited text it
 * is more than half of the work, and it has nothing to do with the rest. Who waits for it helps,
 * beginning with the last.
 */
export function linking(places: LinkPlaces): Linking {
  const copies: string[] = [];
  const link = linker(places, (file) => copies.push(file));
  let count = 0;
  let thread: LinkThread | undefined;
  let waiting: string[] = [];
  const parts: LinkPart[] = [];
  const send = (): void => {
    thread ??= startThread(places);
    const part = { files: waiting, state: new Int32Array(new SharedArrayBuffer(4)) };
    parts.push(part);
    thread.tell(part);
    waiting = [];
  };
  return {
    link: (file) => {
      count += 1;
      if (count <= WORTH_A_THREAD) {
        link(file);
        return;
      }
      waiting.push(file);
      if (waiting.length >= AT_A_TIME) send();
    },
    done: async () => {
      waiting.forEach(link);
      if (!thread) return copies;
      const others = thread.done();
      for (const part of parts.toReversed()) doPart(part, link);
      return [...copies, ...(await others)];
    },
    stop: () => {
      for (const part of parts.splice(0)) {
        if (!take(part)) Atomics.wait(part.state, 0, TAKEN, LONGEST);
      }
    },
  };
}

const [FREE, TAKEN, DONE] = [0, 1, 2];

/** Whether nobody has taken a part before. */
function take({ state }: LinkPart): boolean {
  return Atomics.compareExchange(state, 0, FREE, TAKEN) === FREE;
}

/** Links the files of a part, if nobody has taken it. */
export function doPart(part: LinkPart, link: (file: string) => void): void {
  if (!take(part)) return;
  try {
    part.files.forEach(link);
  } finally {
    Atomics.store(part.state, 0, DONE);
    Atomics.notify(part.state, 0);
  }
}

/**
 * Makes what links one file. A link costs a tenth of a copy; where the disk has none, or another one
 * is meant, a copy does.
 *
 * @param onCopy hears of what was copied
 */
export function linker(
  { from, to }: LinkPlaces,
  onCopy: (file: string) => void,
): (file: string) => void {
  const makeFolder = folderMaker(to);
  return (file) => {
    makeFolder(file);
    try {
      linkSync(join(from, file), join(to, file));
    } catch {
      copyFileSync(join(from, file), join(to, file));
      onCopy(file);
    }
  };
}

interface LinkThread {
  readonly tell: (part: LinkPart) => void;
  readonly done: Linking['done'];
}

function startThread(places: LinkPlaces): LinkThread {
  const thread = new Worker(join(import.meta.dirname, 'link-thread.ts'));
  const tell = (order: LinkOrder): void => {
    thread.postMessage(order);
  };
  const copies = Promise.withResolvers<readonly string[]>();
  // Whoever waits for it hears why it failed; a build that fails elsewhere waits for nothing of it.
  copies.promise.catch(() => undefined);
  thread.on('message', copies.resolve);
  thread.on('error', copies.reject);
  thread.on('exit', () => {
    copies.reject(new Error('The thread that links files has ended.'));
  });
  thread.unref();
  tell(places);
  return {
    tell,
    done: () => {
      thread.ref();
      tell('all');
      return copies.promise;
    },
  };
}
