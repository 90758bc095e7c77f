import type { WordChunk } from './index-meta.ts';

/**
 * The chunks with their ranges named as Pagefind names them: by the shortest beginnings that tell
 * a chunk from its neighbours, unless that would turn a range about.
 */
export function trimRanges(chunks: readonly WordChunk[]): WordChunk[] {
  const ends = chunks.map(([from, to]) => ({ from, to }));
  for (const [index, next] of ends.entries()) {
    const here = ends[index - 1];
    if (!here) continue;
    const [last, first] = [Array.from(here.to), Array.from(next.from)];
    const differsAt = first.findIndex((character, place) => character !== last[place]);
    const length = (differsAt < 0 ? first.length : differsAt) + 1;
    const to = last.slice(0, length).join('');
    if (Buffer.compare(Buffer.from(to), Buffer.from(here.from)) >= 0) here.to = to;
    next.from = first.slice(0, length).join('');
  }
  return chunks.map(([, , file], index) => [ends[index]?.from ?? '', ends[index]?.to ?? '', file]);
}
