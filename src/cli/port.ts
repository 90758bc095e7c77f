import { UsageError } from './options.ts';

/** The port that is used where none is named. */
const USUAL = 4321;

/** Reads a port number. */
export function readPort(value: string | undefined): number {
  const port = Number(value ?? USUAL);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`--port ${value ?? ''} is no port. Write a number from 1 to 65535.`);
  }
  return port;
}
