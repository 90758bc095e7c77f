import { contentHash } from './content-hash.ts';
import type { IndexedPage } from './index-meta.ts';
import { type Effort, pack } from './packed.ts';

/** A file of the bundle’s folder of fragments: what Pagefind’s own list of hits shows of texts. */
export interface FragmentFile {
  /** Without folder and extension. */
  readonly name: string;
  readonly packed: Buffer;
}

/** How fragments are named, and how many share a file. */
export interface FragmentLayout {
  /** The id of a page in the bundle. */
  readonly idOf: (page: number, pagefindId: string) => string;
  /** How names of groups begin. */
  readonly prefix: string;
  /** A group is full when it has so many bytes; with 0 each fragment is a file of its own. */
  readonly groupSize: number;
}

/**
 * Puts fragments into groups, as Pagefind itself does with `maxFragments`, so that ten thousand
 * texts are not as many files: `{id: fragment}`, and each page names its group. By size and not by
 * number, because a hit is shown at the price of its whole group.
 */
export async function groupFragments(
  pages: readonly IndexedPage[],
  contents: readonly Buffer[],
  { idOf, prefix, groupSize }: FragmentLayout,
): Promise<{ pages: IndexedPage[]; fragments: FragmentFile[] }> {
  const named: IndexedPage[] = [];
  const fragments: FragmentFile[] = [];
  let group: { readonly id: string; readonly words: number; readonly content: Buffer }[] = [];
  let size = 0;
  for (const [page, [pagefindId, words]] of pages.entries()) {
    const content = contents[page] ?? Buffer.alloc(0);
    const id = idOf(page, pagefindId);
    if (groupSize === 0) {
      named.push([id, words, '']);
      fragments.push({ name: id, packed: await pack(content, EFFORT) });
      continue;
    }
    group.push({ id, words, content });
    size += content.length;
    if (size < groupSize && page + 1 < pages.length) continue;
    const json = joined(group);
    const name = `${prefix}_${contentHash(json).slice(0, HASH_LENGTH)}`;
    fragments.push({ name, packed: await pack(json, EFFORT) });
    for (const one of group) named.push([one.id, one.words, name]);
    [group, size] = [[], 0];
  }
  return { pages: named, fragments };
}

const HASH_LENGTH = 12;
/** Diptych’s own search reads none: what it shows comes from the rows of the article. */
const EFFORT: Effort = 'little';

/** Each content is JSON already. */
function joined(group: readonly { readonly id: string; readonly content: Buffer }[]): Buffer {
  const parts = group.flatMap(({ id, content }, index) => [
    Buffer.from(`${index === 0 ? '{' : ','}${JSON.stringify(id)}:`),
    content,
  ]);
  return Buffer.concat([...parts, Buffer.from('}')]);
}
