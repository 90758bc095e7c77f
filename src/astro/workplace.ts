import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompileCache, compileCache } from '#compile/cache.ts';
import { type FolderCache, folderCache } from '#search/build/folder-cache.ts';

/** The folder of the software itself, where its `package.json` is. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the work on one archive is kept: nothing of one archive reaches another. */
export interface Workplace {
  readonly content: string;
  /** Compiled bodies, shared by all commands on this archive. */
  readonly compiled: string;
  /** Shards of the search index, shared likewise. */
  readonly search: string;
  /**
   * What belongs to one command on this archive: Astro’s root with its `.astro` folder and caches,
   * the records, the lock. Astro keeps the modules of MDX pages in the `.astro` folder of its root,
   * whatever `cacheDir` says, so with one root for all, two builds at once would mix their pages.
   */
  readonly own: string;
  /** The build in progress, within the root as Astro wants it. */
  readonly build: string;
}

/** The workplace of a command on the archive in a folder; named after the folder’s real path. */
export function workplaceOf(content: string, command: string): Workplace {
  const real = realOr(resolve(content));
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 12);
  const archive = join(PROJECT, '.cache', `${basename(real)}-${hash}`);
  const own = join(archive, command);
  return {
    content: real,
    compiled: join(archive, 'compiled'),
    search: join(archive, 'search'),
    own,
    build: join(own, 'site'),
  };
}

/** The locks that other commands on the same archive have taken, whether they still run or not. */
export function locksOfOthers({ compiled, own }: Pick<Workplace, 'compiled' | 'own'>): string[] {
  const archive = dirname(compiled);
  const commands = existsSync(archive) ? readdirSync(archive) : [];
  return commands
    .map((command) => join(archive, command, 'lock'))
    .filter((lock) => existsSync(lock) && lock !== join(own, 'lock'));
}

/** The cache of a workplace’s compiled things. */
export function cacheOf({ compiled }: Workplace): CompileCache {
  return compileCache(compiled, compilerFingerprint());
}

/** The cache of a workplace’s shards of the search index. */
export function searchCacheOf({ search }: Workplace): FolderCache {
  return folderCache(search);
}

/** A cache of one command alone, for what no other reads. */
export function ownCacheOf({ own }: Workplace, name: string): CompileCache {
  return compileCache(join(own, name), compilerFingerprint());
}

/** What was begun in a cache before this is no longer being written by anyone. */
export function anHourAgo(): Date {
  return new Date(Date.now() - 3_600_000);
}

/** Tells this version of the compiler from every other. */
function compilerFingerprint(): string {
  return fingerprintOf('src/{model,text,names,align,compile,number}/**/*.ts');
}

/** Tells this version of what is fed to the search index, and how, from every other. */
export function indexerFingerprint(): string {
  return fingerprintOf(
    'src/{text,search/build}/**/*.ts',
    'src/search/*.ts',
    'src/astro/searchable-texts.ts',
  );
}

/** Tells this version of what makes files of records from every other. */
export function fileMakerFingerprint(): string {
  return fingerprintOf('src/{model,text,interface,catalogue,cite,exchange,astro}/**/*.ts');
}

/** Tells code by its source and its dependencies, so that no one has to remember to raise a number. */
function fingerprintOf(...patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const sources = globSync(patterns, {
    cwd: PROJECT,
    exclude: (name) => name.endsWith('.test.ts'),
  });
  for (const file of [...sources.sort(), 'package-lock.json']) {
    hash.update(file).update(readFileSync(join(PROJECT, file)));
  }
  return hash.digest('hex');
}

function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
