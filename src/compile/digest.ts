import { createHash } from 'node:crypto';

/** The SHA-256 of bytes or words, in 64 hexadecimal digits. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
