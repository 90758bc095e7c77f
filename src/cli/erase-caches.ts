import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import type { Workplace } from '#astro/workplace.ts';

/**
 * Removes everything that commands have kept of an archive, so that no words stay behind; what is
 * still needed is made again. Throws `LockedError` while another command is at work on the archive.
 */
export function eraseCaches({ compiled }: Workplace): void {
  const archive = dirname(compiled);
  if (!existsSync(archive)) return;
  const locks = readdirSync(archive)
    .map((command) => join(archive, command, 'lock'))
    .filter(existsSync)
    .map((lock) => takeLock(lock, 'erasing what was withdrawn'));
  try {
    rmSync(archive, { recursive: true, force: true });
  } finally {
    for (const release of locks) release();
  }
}
