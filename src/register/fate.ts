import type { Fate } from '#model/permanence.ts';
import type { Tombstone } from '#model/schema/redirects.ts';
import type { Answerer } from './answer.ts';

/** What became of an address, or of a paragraph at one; undefined where nobody knows. */
export function fateOf(answer: Answerer, address: string, paragraph?: string): Fate | undefined {
  const found = answer(address, paragraph);
  if (found.as === 'gone') return { gone: found.tombstone };
  if (found.as !== 'page') return undefined;
  const { address: to, paragraph: id } = found;
  return { moved: { address: to, ...(id !== undefined && { paragraph: id }) } };
}

/** Whether two were withdrawn together: each has an end of its own in the file, in the same words. */
export function isSameEnd(a: Tombstone, b: Tombstone): boolean {
  return a.gone === b.gone && a.date === b.date && a.copy === b.copy && a.note === b.note;
}
