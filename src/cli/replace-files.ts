import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What no one may write to, by its permissions. */
const WRITABLE = 0o222;

/**
 * Replaces the words of files, all of them or none: first everything is written beside them, then
 * each takes its place at one stroke; a kill at any moment
 * leaves every file whole, old or new. Throws where a file is read-only or cannot be replaced.
 */
export function replaceFiles(changes: ReadonlyMap<string, string>): void {
  const ready: { readonly path: string; readonly next: string; readonly former: string }[] = [];
  const placed: typeof ready = [];
  try {
    for (const [path, words] of changes) {
      const { mode } = statSync(path);
      if ((mode & WRITABLE) === 0) throw new Error(`${path} is read-only: it was left as it is.`);
      const mark = randomBytes(4).toString('hex');
      const beside = (ending: string) =>
        join(dirname(path), `.${basename(path)}.${mark}.${ending}`);
      const [next, former] = [beside('tmp'), beside('bak')];
      ready.push({ path, next, former });
      writeFileSync(next, words);
      chmodSync(next, mode);
    }
    for (const one of ready) {
      copyFileSync(one.path, one.former);
      renameSync(one.next, one.path);
      placed.push(one);
    }
  } catch (error) {
    for (const { path, former } of placed) renameSync(former, path);
    throw error;
  } finally {
    for (const { next, former } of ready) {
      rmSync(next, { force: true });
      rmSync(former, { force: true });
    }
  }
}
