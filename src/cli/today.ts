import { isDay } from '#register/edition.ts';
import { UsageError } from './options.ts';

/** The day that a command was given, or today’s in universal time. */
export function readDay(value: string | undefined): string {
  if (value === undefined) return new Date().toISOString().slice(0, 10);
  if (isDay(value)) return value;
  throw new UsageError(`--date ${value} is no day. Write it as --date 2026-01-02.`);
}
