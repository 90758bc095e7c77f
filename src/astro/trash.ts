import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Removes a folder that nobody needs any more without waiting for it: it goes to the trash at once,
 * and a process of its own empties that. To remove the site of ten thousand articles takes longer
 * than to build it after an edit.
 *
 * @param trash a folder of this purpose; on another disk than the folder it is of no use
 */
export function throwAway(folder: string, trash: string): void {
  if (!existsSync(folder)) return;
  try {
    mkdirSync(trash, { recursive: true });
    renameSync(folder, join(trash, randomUUID()));
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
  emptyTrash(trash);
}

/** Has the trash emptied, which a process that was ended may have left. */
export function emptyTrash(trash: string): void {
  if (!existsSync(trash)) return;
  const remove = `require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 5 })`;
  spawn(process.execPath, ['-e', remove, trash], { detached: true, stdio: 'ignore' }).unref();
}
