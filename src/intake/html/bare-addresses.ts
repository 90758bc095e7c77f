import type { Leaf } from './leaf.ts';

/** Addresses in running words, without what may stand behind one and is not part of it (GFM, “autolinks”). */
const ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”«»]+(?<![?!.,:;*_~'’)\]])/gu;

/**
 * Leaves with the addresses in their words as links to themselves. Markdown finds most addresses by
 * itself, but not where a sign of its own stands in one and has to be escaped.
 */
export function addressesLinked(leaves: readonly Leaf[]): Leaf[] {
  return leaves.flatMap((leaf): Leaf[] => {
    const { marks } = leaf;
    if (leaf.kind !== 'words' || marks.link !== undefined || marks.code === true) return [leaf];
    const pieces: Leaf[] = [];
    let at = 0;
    for (const { 0: address, index } of leaf.words.matchAll(ADDRESS)) {
      if (index > at) pieces.push({ ...leaf, words: leaf.words.slice(at, index) });
      pieces.push({ ...leaf, words: address, marks: { ...marks, link: address } });
      at = index + address.length;
    }
    if (at < leaf.words.length) pieces.push({ ...leaf, words: leaf.words.slice(at) });
    return pieces;
  });
}
