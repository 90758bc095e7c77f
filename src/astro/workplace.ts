import { createHash } from 'node:crypto';
import { globSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompileCache, compileCache } from '#compile/cache.ts';

/** The folder of the software itself, where its `package.json` is. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the work on one archive is kept: nothing of one archive reaches another. */
export interface Workplace {
  readonly content: string;
  /** Compiled bodies, shared by all commands on this archive. */
  readonly compiled: string;
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
  return { content: real, compiled: join(archive, 'compiled'), own, build: join(own, 'site') };
}

/** The cache of a workplace’s compiled things. */
export function cacheOf({ compiled }: Workplace): CompileCache {
  return compileCache(compiled, compilerFingerprint());
}

/**
 * Tells this version of the compiler from every other, by its source and its dependencies, so that
 * no one has to remember to raise a number.
 */
function compilerFingerprint(): string {
  const hash = createHash('sha256');
  const sources = globSync('src/{model,text,names,compile}/**/*.ts', {
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
