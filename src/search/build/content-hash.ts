import { createHash } from 'node:crypto';

/**
 * The hash by which Pagefind names a file after its content: the bytes of SHA-1 in hexadecimal
 * digits, without the zero before a byte below 16. Source: the files of 1.6.0.
 */
export function contentHash(content: Uint8Array): string {
  const bytes = createHash('sha1').update(content).digest();
  return Array.from(bytes, (byte) => byte.toString(16)).join('');
}
