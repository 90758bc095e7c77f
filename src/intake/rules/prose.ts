import type { OutsideBlock } from '#intake/document.ts';

/** How many words a line has that is clearly a sentence or more. */
const SENTENCE = 12;

/** Whether a block is what a text consists of: sentences, verse, a table; not a line beside them. */
export function isProse({ kind, plain, is }: OutsideBlock): boolean {
  if (is !== undefined) return false;
  if (kind === 'quote' || kind === 'table' || kind === 'code') return true;
  if (kind !== 'paragraph' && kind !== 'list') return false;
  const words = wordCount(plain);
  return words >= SENTENCE || (words >= 6 && endsSentence(plain));
}

/** Whether words end as a sentence does. */
export function endsSentence(words: string): boolean {
  return /[.!?؟۔…][\s"'”’»)\]]*$/u.test(words.slice(-40).trim());
}

export function wordCount(words: string): number {
  // Nothing asks whether there are more than some hundred.
  return words.slice(0, 5000).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
