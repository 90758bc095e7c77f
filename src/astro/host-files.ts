import { copyFile, mkdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EDITIONS } from '#catalogue/addresses.ts';
import { editionFile } from '#register/edition.ts';
import type { Permanence } from '#register/permanence.ts';
import { decoded, toApache, toNginx, toRedirectsFile, type Under } from '#register/host-rules.ts';

/** Where a build stands, under what path it will be served, and in which languages. */
export interface Built extends Under {
  readonly content: string;
  readonly build: string;
}

/**
 * Writes what hosts need into a site whose pages are made: `_redirects`, examples for nginx and
 * Apache, `.nojekyll`, and the editions as they were sealed. Pages of former addresses that are files
 * get their names.
 */
export async function writeHostFiles(
  { former, formerFiles, editions }: Permanence,
  { content, build, ...under }: Built,
): Promise<void> {
  for (const { id } of former) await nameAsFile(join(build, decoded(id)));
  const answered = [...former, ...formerFiles];
  const hosting = join(build, 'hosting');
  await mkdir(hosting, { recursive: true });
  await writeFile(join(build, '_redirects'), toRedirectsFile(answered, under));
  await writeFile(join(hosting, 'nginx.conf.example'), toNginx(answered, under));
  await writeFile(join(hosting, 'apache.conf.example'), toApache(answered, under));
  // GitHub Pages leaves out files that begin with `_` where this one is missing.
  await writeFile(join(build, '.nojekyll'), '');
  for (const { number } of editions) {
    const target = join(build, EDITIONS, `${String(number)}.txt`);
    await copyFile(join(content, editionFile(number)), target);
  }
}

/** Pages are made as folders; a former address such as `/2011/05/letter.html` is a file. */
async function nameAsFile(path: string): Promise<void> {
  if (!/\.html?$/.test(path) || !existsSync(join(path, 'index.html'))) return;
  await rename(join(path, 'index.html'), `${path}.part`);
  await rmdir(path);
  await rename(`${path}.part`, path);
}
