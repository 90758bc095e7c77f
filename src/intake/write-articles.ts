import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where new files of an archive wait until all of them are there. */
export interface Staging {
  /** Puts a file aside, by its path in the archive. */
  readonly stage: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Puts everything in its place. Ended at any moment, the next import ends it. */
  readonly commit: () => Promise<void>;
  /** Takes everything away that was put aside. */
  readonly discard: () => Promise<void>;
}

/** Within the archive, so that files are moved on one disk; a dot keeps it from being published. */
const FOLDER = '.import';
const FILES = 'files';
/** Says that everything is there and is being put in its place. */
const READY = 'ready';
/** The one file that is written anew; all others are only added. */
const REWRITTEN = 'redirects.yaml';

/** A file would take the place of another that came to be in the meantime. */
export class InTheWayError extends Error {
  override readonly name = 'InTheWayError';
}

/** Opens the staging of an archive; what a former import left behind is ended or swept away. */
export async function openStaging(content: string): Promise<Staging> {
  const folder = join(content, FOLDER);
  const isNew = !existsSync(content);
  await mkdir(content, { recursive: true });
  await recover(content);
  await mkdir(join(folder, FILES), { recursive: true });
  const discard = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    if (isNew) await rmdir(content).catch(() => undefined);
  };
  return {
    stage: async (path, bytes) => {
      await refuseInTheWay(content, path);
      const file = join(folder, FILES, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    },
    commit: async () => {
      await writeFile(join(folder, READY), '');
      await recover(content);
      if (isNew && (await readdir(content)).length === 0) await rmdir(content);
    },
    discard,
  };
}

/** Nothing is overwritten, and nothing is written through a symbolic link. */
async function refuseInTheWay(content: string, path: string): Promise<void> {
  const steps = path.split('/');
  for (let length = 1; length <= steps.length; length += 1) {
    const place = join(content, ...steps.slice(0, length));
    const found = await lstat(place).catch(() => null);
    if (found === null) return;
    const isLast = length === steps.length;
    if (isLast && path === REWRITTEN && found.isFile()) return;
    if (isLast || !found.isDirectory()) {
      throw new InTheWayError(`${place} is in the way. Nothing was written.`);
    }
  }
}

/** Ends an import whose files were all there, and sweeps away one whose files were not. */
async function recover(content: string): Promise<void> {
  const folder = join(content, FOLDER);
  if (existsSync(join(folder, READY))) await moveInto(join(folder, FILES), content, '');
  await rm(folder, { recursive: true, force: true });
}

async function moveInto(from: string, to: string, path: string): Promise<void> {
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const inner = join(path, entry.name);
    const target = join(to, inner);
    const isThere = existsSync(target);
    if (entry.isDirectory() && isThere) await moveInto(from, to, inner);
    else if (!isThere || inner === REWRITTEN) {
      await mkdir(dirname(target), { recursive: true });
      await rename(join(from, inner), target);
    }
  }
}
