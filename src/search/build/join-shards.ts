import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFrame } from './bundle-frame.ts';
import { contentHash } from './content-hash.ts';
import { type IndexMeta, writeIndexMeta } from './index-meta.ts';
import { pack } from './packed.ts';
import { checkIndexVersion } from './pagefind-version.ts';
import type { StoredShard } from './stored-shard.ts';
import { type ChunkLayout, writeChunks } from './write-chunks.ts';

/**
 * Joins the shards of a language into the bundle that Pagefind would have written of all their
 * texts in one go, and writes it to a folder. Memory does not grow with the number of texts but by
 * the list of pages. Throws where a shard is of another version of Pagefind.
 *
 * @param onProgress hears what part of the words is done, from 0 to 1
 */
export async function joinShards(
  language: string,
  shards: readonly StoredShard[],
  frame: BundleFrame,
  folder: string,
  layout: ChunkLayout,
  onProgress: (part: number) => void = () => undefined,
): Promise<void> {
  checkIndexVersion(frame.entry.version, `The frame of the index of ${language}`);
  for (const { version, words } of shards) checkIndexVersion(version, `The shard ${words}`);
  await mkdir(join(folder, 'index'), { recursive: true });
  await mkdir(join(folder, 'fragment'), { recursive: true });
  for (const shard of shards) await writeFragments(shard, join(folder, 'fragment'));

  const fields = Array.from(new Set(shards.flatMap((shard) => shard.fields))).sort((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  let firstPage = 0;
  const words = shards.map((shard) => {
    const own = {
      file: shard.words,
      firstPage,
      fields: shard.fields.map((f) => fields.indexOf(f)),
    };
    firstPage += shard.pages.length;
    return own;
  });
  const bytes = shards.reduce((sum, { wordsLength }) => sum + wordsLength, 0);
  const chunks = await writeChunks(language, words, join(folder, 'index'), layout, (done) => {
    onProgress(done / bytes);
  });
  const { version } = frame.entry;
  const pages = shards.flatMap((shard) => shard.pages);
  const hash = await writeMeta(language, { version, pages, chunks, fields }, folder);
  for (const [name, program] of frame.programs) await writeFile(join(folder, name), program);
  const entry = {
    ...frame.entry,
    languages: {
      [language]: { ...frame.entry.languages[language], hash, page_count: pages.length },
    },
  };
  await writeFile(join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
}

/** Writes the metadata; returns the hash by which the entry names it. */
async function writeMeta(language: string, meta: IndexMeta, folder: string): Promise<string> {
  const content = writeIndexMeta(meta);
  const hash = `${language}_${contentHash(content).slice(0, META_HASH)}`;
  await writeFile(join(folder, `pagefind.${hash}.pf_meta`), await pack(content, 'usual'));
  return hash;
}

const META_HASH = 10;

async function writeFragments(shard: StoredShard, folder: string): Promise<void> {
  const file = await open(shard.fragments);
  try {
    for (const [name, length] of shard.fragmentFiles) {
      const { buffer } = await file.read(Buffer.allocUnsafe(length), 0, length);
      await writeFile(join(folder, `${name}.pf_fragment`), buffer);
    }
  } finally {
    await file.close();
  }
}
