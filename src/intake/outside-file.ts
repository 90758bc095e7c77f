import { constants, createReadStream } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { didYouMean, type LocalProblem, problemAt } from '#model/problem.ts';
import { tooLarge } from './decode-outside.ts';
import type { OutsideFile } from './document.ts';

/** A file at hand with the bytes in which it begins, or why it cannot be read. */
export type Opened =
  { readonly file: OutsideFile; readonly head: Uint8Array } | { readonly problem: LocalProblem };

const HEAD = 64 * 1024;
/** What is read into memory whole; what is longer is read in pieces. */
const MOST_AT_ONCE = 512 * 1024 * 1024;

/**
 * Opens a file from outside. Only a file is opened: a pipe or a device would never end.
 *
 * @param path absolute
 */
export async function openOutside(path: string): Promise<Opened> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      const kind = found.isDirectory() ? 'a folder' : 'no file but a device or a pipe';
      return { problem: problemAt(1, 'import-no-file', { name, kind }) };
    }
    const head = await readHead(path);
    return { file: outsideFile(path, found.size), head };
  } catch (error) {
    return { problem: await problemOf(error, path) };
  }
}

function outsideFile(path: string, size: number): OutsideFile {
  const folder = dirname(path);
  return {
    name: basename(path),
    size,
    bytes: async () => {
      if (size > MOST_AT_ONCE) throw new Error(tooLarge(size, basename(path)).code);
      return readWhole(path);
    },
    stream: () => createReadStream(path),
    beside: (name) => readBeside(folder, name),
  };
}

async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const buffer = new Uint8Array(HEAD);
    const { bytesRead } = await handle.read(buffer, 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file below a folder; symbolic links are followed first, so that none leads out of it. */
async function readBeside(folder: string, name: string): Promise<Uint8Array | null> {
  if (name === '' || name.includes('\0') || isAbsolute(name)) return null;
  try {
    const inside = await realpath(folder);
    const path = await realpath(resolve(inside, name));
    const way = relative(inside, path);
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
    const found = await stat(path);
    return found.isFile() && found.size <= MOST_AT_ONCE ? await readWhole(path) : null;
  } catch {
    return null;
  }
}

async function problemOf(error: unknown, path: string): Promise<LocalProblem> {
  const name = basename(path);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const names = await readdir(dirname(path)).catch(() => []);
    const otherwise =
      names.length === 0
        ? `There is no folder \`${dirname(path)}\` either.`
        : `Look into \`${join(dirname(path), sep)}\`.`;
    return problemAt(1, 'import-not-there', { name, hint: didYouMean(name, names, otherwise) });
  }
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'you are not allowed to',
    EPERM: 'you are not allowed to',
    ELOOP: 'it is a symbolic link that leads to itself',
    ENAMETOOLONG: 'its name is too long',
    ENXIO: 'it is no file but a device or a pipe',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return problemAt(1, 'import-unreadable', { name, reason });
}
