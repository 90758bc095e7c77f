import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files of an archive that change together, by path: their new bytes, or null where they go. */
export type FileChanges = ReadonlyMap<string, Uint8Array | string | null>;

/** Within the archive, so that files are moved on one disk; a dot keeps it from being published. */
const FOLDER = '.changing';
const FILES = 'files';
/** Says that everything is there: a list of the files that go. */
const READY = 'ready.json';

/** A change of files cannot be made; nothing was changed. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
}

/**
 * Changes files of an archive, all of them or none: everything is written beside them first, then
 * put in its place. Ended in the middle, the next change of files ends it (`finishChanges`). Folders
 * that become empty go. Throws `ChangeError` where a file cannot be changed.
 */
export async function changeFiles(content: string, changes: FileChanges): Promise<void> {
  await finishChanges(content);
  for (const path of changes.keys()) refuseLocked(content, path);
  const folder = join(content, FOLDER);
  try {
    for (const [path, bytes] of changes) {
      if (bytes === null) continue;
      const file = join(folder, FILES, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const going = [...changes].flatMap(([path, bytes]) => (bytes === null ? [path] : []));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${READY}.tmp`), JSON.stringify(going));
    await rename(join(folder, `${READY}.tmp`), join(folder, READY));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  await finishChanges(content);
}

/** Ends a change of files that was ended in the middle, or sweeps away what was not yet ready. */
export async function finishChanges(content: string): Promise<void> {
  const folder = join(content, FOLDER);
  if (existsSync(join(folder, READY))) {
    const going: unknown = JSON.parse(await readFile(join(folder, READY), 'utf8'));
    for (const path of Array.isArray(going) ? going.map(String) : []) {
      await rm(join(content, path), { force: true });
      await removeEmpty(content, dirname(path));
    }
    await moveInto(join(folder, FILES), content, '');
  }
  await rm(folder, { recursive: true, force: true });
}

async function moveInto(from: string, to: string, path: string): Promise<void> {
  if (!existsSync(join(from, path))) return;
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      await mkdir(join(to, inner), { recursive: true });
      await moveInto(from, to, inner);
    } else await rename(join(from, inner), join(to, inner));
  }
}

async function removeEmpty(content: string, folder: string): Promise<void> {
  if (folder === '.' || folder === '') return;
  const path = join(content, folder);
  if (!existsSync(path)) return;
  if ((await readdir(path)).length > 0) return;
  await rmdir(path);
  await removeEmpty(content, dirname(folder));
}

/** A file that may not be written to, or a symbolic link on its way, is left alone. */
function refuseLocked(content: string, path: string): void {
  const steps = path.split('/');
  for (let length = 1; length <= steps.length; length += 1) {
    const place = join(content, ...steps.slice(0, length));
    if (!existsSync(place)) return;
    if (lstatSync(place).isSymbolicLink()) {
      throw new ChangeError(`${place} is a symbolic link. Nothing was changed.`);
    }
    const mode = lstatSync(place).mode;
    // Root may write everywhere, so what the permissions say is asked for by itself.
    if ((mode & 0o222) === 0) throw new ChangeError(`${place} is read-only. Nothing was changed.`);
    accessSync(place, constants.W_OK);
  }
}
