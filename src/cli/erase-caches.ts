import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { locksOfOthers, type Workplace } from '#astro/workplace.ts';

/** Everything that commands have kept of an archive, while no other command is at work on it. */
export interface HeldCaches {
  /** Removes it all, so that no words stay behind; what is still needed is made again. */
  readonly erase: () => void;
  /** Lets other commands begin. */
  readonly release: () => void;
}

/** Keeps other commands from an archive. Throws `LockedError` while one is at work on it. */
export function holdCaches(work: Pick<Workplace, 'compiled' | 'own'>): HeldCaches {
  const locks = locksOfOthers(work).map((lock) => takeLock(lock, 'erasing what was withdrawn'));
  return {
    erase: () => {
      rmSync(dirname(work.compiled), { recursive: true, force: true });
    },
    release: () => {
      for (const release of locks) release();
    },
  };
}
