import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import type { Workplace } from '#astro/workplace.ts';

/** Everything that commands have kept of an archive, while no other command is at work on it. */
export interface HeldCaches {
  /** Removes it all, so that no words stay behind; what is still needed is made again. */
  readonly erase: () => void;
  /** Lets other commands begin. */
  readonly release: () => void;
}

/** Keeps other commands from an archive. Throws `LockedError` while one is at work on it. */
export function holdCaches({ compiled, own }: Pick<Workplace, 'compiled' | 'own'>): HeldCaches {
  const archive = dirname(compiled);
  const commands = existsSync(archive) ? readdirSync(archive) : [];
  const locks = commands
    .map((command) => join(archive, command, 'lock'))
    .filter((lock) => existsSync(lock) && lock !== join(own, 'lock'))
    .map((lock) => takeLock(lock, 'erasing what was withdrawn'));
  return {
    erase: () => {
      rmSync(archive, { recursive: true, force: true });
    },
    release: () => {
      for (const release of locks) release();
    },
  };
}
