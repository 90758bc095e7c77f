import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Somebody else holds the lock. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/** Gives a lock back; harmless when called twice. */
export type Release = () => void;

/**
 * Takes a lock, a file that names its holder, or throws `LockedError`. The lock of a process that
 * has ended (killed, switched off) counts as free.
 *
 * @param doing says what the holder does, for whoever is kept out
 */
export function takeLock(path: string, doing: string): Release {
  mkdirSync(dirname(path), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid), doing });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, own, { flag: 'wx' });
      const release = (): void => {
        process.off('exit', release);
        if (readLock(path)?.text === own) rmSync(path, { force: true });
      };
      process.on('exit', release);
      return release;
    } catch (error) {
      if (!isExisting(error)) throw error;
      const holder = readLock(path) ?? readLockAgain(path);
      if (holder && isRunning(holder)) {
        throw new LockedError(
          `Process ${String(holder.pid)} is ${holder.doing}. Wait for it, or end it. (${path})`,
        );
      }
      rmSync(path, { force: true });
    }
  }
  throw new LockedError(`The lock cannot be taken: others are quicker. Try again. (${path})`);
}

/** Whether a process that still runs holds a lock. */
export function isHeld(path: string): boolean {
  const holder = readLock(path);
  return holder !== undefined && isRunning(holder);
}

interface Holder {
  readonly pid: number;
  readonly began: string | null;
  readonly doing: string;
  readonly text: string;
}

/** A lock that says nothing is just being written, or was never written out. */
function readLockAgain(path: string): Holder | undefined {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  return readLock(path);
}

function readLock(path: string): Holder | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    const began = 'began' in value && typeof value.began === 'string' ? value.began : null;
    const doing = 'doing' in value ? String(value.doing) : 'at work';
    return { pid: Number(value.pid), began, doing, text };
  } catch {
    return undefined;
  }
}

/** Whether the very process still runs, and not another that has been given its number. */
function isRunning({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    const isForbidden = error instanceof Error && 'code' in error && error.code === 'EPERM';
    if (!isForbidden) return false;
  }
  return beginningOf(pid) === began;
}

/** When a process began, where the system tells (Linux: `/proc`); null elsewhere. */
function beginningOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${boot} ${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
