import { ArchiveError } from '#astro/integration.ts';
import { LockedError } from '#astro/lock.ts';
import { OutputError } from '#astro/staging.ts';
import { InTheWayError } from '#intake/write-articles.ts';
import { ChangeError } from './change-files.ts';
import { UsageError } from './options.ts';

/**
 * Runs a command: exit status 0, or 1 with what went wrong. What the user can mend is said in its
 * own words; anything else is a defect and shows where it happened.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = 1;
    const cause = rootOf(error);
    process.stderr.write(`${isForUser(cause) ? messageOf(cause) : describe(cause)}\n`);
  }
}

/** Astro wraps what its hooks throw. */
function rootOf(error: unknown): unknown {
  if (isForUser(error) || !(error instanceof Error) || error.cause === undefined) return error;
  return rootOf(error.cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isForUser(error: unknown): boolean {
  return (
    error instanceof ArchiveError ||
    error instanceof ChangeError ||
    error instanceof InTheWayError ||
    error instanceof LockedError ||
    error instanceof OutputError ||
    error instanceof UsageError ||
    isSystemError(error)
  );
}

/** The disk is full, a folder is not writable: the message names the path. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
