/**
 * A copy of some words that were cut out of a text. V8 keeps a part of a string as a place in the
 * whole, so that a date that is remembered would keep in memory the file in which it stood.
 */
export function ownWords(words: string): string {
  return Buffer.from(words, 'utf16le').toString('utf16le');
}
