import type { ArchiveFiles } from '#compile/files.ts';
import { filesBelow, sourceOf } from './plan.ts';
import { passagesOf } from './same-words.ts';
import { splitSource } from './rename-references.ts';

/** The files of an archive that hold passages of words that were to be erased, in order of path. */
export async function stillHeldIn(
  files: ArchiveFiles,
  erased: readonly string[],
): Promise<readonly string[]> {
  // Records resemble each other: it is the words below them that are looked for.
  const passages = passagesOf(erased.flatMap((words) => splitSource(words).body.split(/\n\s*\n/)));
  const held: string[] = [];
  for (const path of await filesBelow(files, '')) {
    if (/\.(?:png|jpe?g|gif|webp|avif|pdf|zip)$/i.test(path)) continue;
    if (passages.isIn(await sourceOf(files, path))) held.push(path);
  }
  return held;
}
