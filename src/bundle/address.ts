import { safePath } from '#model/safe-path.ts';
import type { BuiltSite } from './built-site.ts';

/** What a server gives where a folder is asked for. */
const INDEX = 'index.html';
/** Stands for whatever host the site is served by. */
const HOST = 'http://site.invalid';

/** Turns an address into what leads to the same place without a server. */
export type ToFolder = (address: string) => string;

/**
 * How addresses of the site are written in one of its files, once it is a folder: relative, to the
 * very file, with what stands behind `?` and `#`. Other addresses stay as they are; one of the host,
 * beside the site, becomes absolute.
 *
 * @param file the file that holds the addresses, relative to the site
 */
export function toFolderFrom(
  file: string,
  { base, url, files }: Pick<BuiltSite, 'base' | 'url' | 'files'>,
): ToFolder {
  const here = new URL(HOST + base + encoded(file));
  const parts = safePath(file).split('/').slice(0, -1);
  return (address) => {
    // What stays on its page needs no file.
    if (/^(?:[#?]|$)/.test(address)) return address;
    const target = URL.parse(address, here);
    if (target?.origin !== HOST) return address;
    const behind = target.search + target.hash;
    if (!target.pathname.startsWith(base)) return new URL(target.pathname + behind, url).href;
    const path = fileAt(decodeURIComponent(target.pathname.slice(base.length)), files);
    return relative(parts, safePath(path).split('/')) + behind;
  };
}

/** The file that a server gives for a path of the site. */
function fileAt(path: string, files: ReadonlySet<string>): string {
  if (path === '' || path.endsWith('/')) return path + INDEX;
  const page = `${path}/${INDEX}`;
  return !files.has(path) && files.has(page) ? page : path;
}

function relative(from: readonly string[], to: readonly string[]): string {
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return encoded([...from.slice(same).map(() => '..'), ...to.slice(same)].join('/'));
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
