import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** How many files lie below a folder, and how many bytes they hold. */
export async function sizeOf(folder: string): Promise<Size> {
  let [files, bytes] = [0, 0];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}

/** What is left of a folder without one of its parts. */
export function without(whole: Size, part: Size): Size {
  return { files: whole.files - part.files, bytes: whole.bytes - part.bytes };
}
