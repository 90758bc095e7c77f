import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { emptyTrash, throwAway } from './trash.ts';

/** A file of every output that lists what stands beside it, by which a former output is known. */
const MANIFEST = '.diptych-site.json';

/** The output cannot go where it was told to. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Where a build is put together and what it replaces. `next` and `former` stand beside `out`, so
 * that the swap is two renames on one disk.
 */
export interface Staging {
  readonly out: string;
  /** The build in progress; it may be on another disk. */
  readonly build: string;
  /** The finished build, on its way to its place. */
  readonly next: string;
  /** The former output, for the moment between the two renames. */
  readonly former: string;
  readonly lock: string;
  /** Where the former output goes, to be removed. */
  readonly trash: string;
}

export function stagingFor(output: string, build: string): Staging {
  const out = realPath(resolve(output));
  const [folder, name] = [dirname(out), basename(out)];
  return {
    out,
    build,
    next: join(folder, `.${name}.next`),
    former: join(folder, `.${name}.former`),
    lock: join(folder, `.${name}.lock`),
    trash: join(dirname(build), 'trash'),
  };
}

/**
 * Refuses to write over what is not ours: the output replaces its folder as a whole.
 *
 * @param precious folders that the output must not be, hold or stand in
 */
export function checkOutput(
  { out }: Staging,
  precious: { content: string; project: string },
): void {
  if (isWithin(precious.content, out) || isWithin(out, precious.content)) {
    throw new OutputError(
      `The output ${out} and the archive ${precious.content} stand inside each other. Name another folder with \`--out\`.`,
    );
  }
  if (isWithin(precious.project, out)) {
    throw new OutputError(
      `The output ${out} would replace the software. Name another folder with \`--out\`.`,
    );
  }
  const foreign = foreignNames(out);
  if (foreign.length > 0) {
    throw new OutputError(
      `${out} holds files that Diptych did not write, and the output would replace them: ${foreign.slice(0, 5).join(', ')}. Move them away, or name another folder with \`--out\`.`,
    );
  }
}

/** Writes down what a finished build consists of. */
export function writeManifest({ build }: Staging): void {
  const names = readdirSync(build).sort();
  writeFileSync(join(build, MANIFEST), `${JSON.stringify(names)}\n`);
}

/** What stands in an output's place and is not of a former output. */
function foreignNames(out: string): string[] {
  if (!existsSync(out)) return [];
  if (!statSync(out).isDirectory()) return [basename(out)];
  const own = new Set([MANIFEST, ...manifestOf(out)]);
  return readdirSync(out).filter((name) => !own.has(name));
}

function manifestOf(out: string): string[] {
  const path = join(out, MANIFEST);
  if (!existsSync(path)) return [];
  const names: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** Whether `inner` is `outer` or below it. */
function isWithin(inner: string, outer: string): boolean {
  const path = relative(outer, inner);
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path);
}

/**
 * Brings order after a build that was ended: one that had been finished but not yet put in its
 * place is, one that had not is swept away. Call it with the lock held.
 */
export function recover({ out, build, next, former, trash }: Staging): void {
  if (!existsSync(out) && existsSync(former)) {
    // The former output is only moved away when the next one is whole and on its disk.
    renameSync(existsSync(next) ? next : former, out);
  }
  sweep(build);
  sweep(next);
  throwAway(former, trash);
  emptyTrash(trash);
}

/** Puts the build in its place. A kill at any moment leaves one whole output, here or for `recover`. */
export function swap({ out, build, next, former, trash }: Staging): void {
  throwAway(former, trash);
  mkdirSync(dirname(out), { recursive: true });
  move(build, next);
  if (existsSync(out)) renameSync(out, former);
  renameSync(next, out);
  throwAway(former, trash);
}

/** Removes a build in progress. */
export function discard({ build, next }: Staging): void {
  sweep(build);
  sweep(next);
}

/** A path with its symbolic links followed, as far as it exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    const isOtherDisk = error instanceof Error && 'code' in error && error.code === 'EXDEV';
    if (!isOtherDisk) throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    sweep(from);
  }
}

function sweep(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
