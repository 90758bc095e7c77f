import { createHash, hash } from 'node:crypto';

/** The SHA-256 of bytes or words, in 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What tells some words from all others, in 22 characters. */
export function digestOf(words: string): string {
  return hash('sha256', words, 'base64url').slice(0, 22);
}
