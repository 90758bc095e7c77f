import type { OutsideFile, OutsidePicture } from '#intake/document.ts';
import { pictureName } from '#intake/picture-name.ts';
import { hostOf } from './old-address.ts';

/** The pictures of one post that lie in the folder of its export. */
export interface PicturesAtHand {
  readonly pictures: readonly OutsidePicture[];
  /** The name of a picture by its address as the post writes it, or null. */
  readonly nameOf: (address: string) => string | null;
}

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;
/** Folders under which blogs keep what was uploaded, as they stand in its addresses. */
const UPLOADS =
  /(?:^|\/)((?:wp-content\/)?(?:uploads|blogs\.dir\/\d+\/files|files)\/(?:sites\/\d+\/)?)/;

/**
 * Looks for the pictures of a post beside its export: by their path on the site, by what of it
 * begins with the folder of uploads, by what follows it, and by name. Where only the unscaled picture is there
 * (`quay.jpg` for `quay-300x200.jpg`), that one is taken.
 *
 * @param sites the hosts at which the blog stood: of other hosts’ pictures the name alone says nothing
 */
export async function picturesAtHand(
  file: Pick<OutsideFile, 'beside'>,
  addresses: readonly string[],
  base: string | undefined,
  sites: ReadonlySet<string>,
): Promise<PicturesAtHand> {
  const names = new Map<string, string>();
  const byPath = new Map<string, string>();
  const pictures = new Map<string, OutsidePicture>();
  for (const address of addresses) {
    for (const path of pathsOf(address, base, sites)) {
      const known = byPath.get(path);
      const bytes = known === undefined ? await file.beside(path) : null;
      const name = known ?? (bytes && pictureName(encodeURI(path), bytes, pictures));
      if (name === null) continue;
      if (bytes) pictures.set(name, { name, bytes });
      byPath.set(path, name);
      names.set(address, name);
      break;
    }
  }
  return {
    pictures: [...pictures.values()],
    nameOf: (address) => names.get(address.trim()) ?? null,
  };
}

/** Where a picture may lie, seen from the export; the likeliest first. */
export function pathsOf(
  address: string,
  base: string | undefined,
  sites: ReadonlySet<string>,
): string[] {
  const url = unwrapped(address.trim(), base ?? `http://${NOWHERE}`);
  if (!url) return [];
  const isOfWordPressCom = url.hostname.endsWith('.files.wordpress.com');
  const path = (isOfWordPressCom ? 'wp-content/uploads/' : '') + decodedPath(url.pathname);
  const name = path.split('/').at(-1) ?? '';
  if (!PICTURE.test(name)) return [];
  const isOwn = url.hostname === NOWHERE || sites.size === 0 || sites.has(hostOf(url.href));
  const folder = UPLOADS.exec(path)?.[1];
  const uploaded = folder === undefined ? [] : [...uploadedPaths(path, folder), name];
  const candidates = isOwn ? [path, ...uploaded, name] : uploaded;
  // In addresses of Blogger a `+` is a space.
  const spaced = candidates.map((candidate) => candidate.replaceAll('+', ' '));
  return [...new Set([...candidates, ...spaced, ...candidates.map(unscaled)])];
}

const NOWHERE = 'relative.invalid';

/** An address of the web; of a picture that a service has made smaller, that of the picture itself. */
function unwrapped(address: string, base: string): URL | null {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const isService = /^i\d\.wp\.com$/.test(url.hostname);
  const inner = `https:/${url.pathname}`;
  return isService && URL.canParse(inner) ? new URL(inner) : url;
}

function uploadedPaths(path: string, folder: string): string[] {
  const whole = path.slice(path.indexOf(folder));
  const inside = whole.slice(folder.length);
  return [whole, `uploads/${inside}`, inside];
}

/** `quay-300x200.jpg` is a smaller `quay.jpg`, and `quay-scaled.jpg` one that was too large. */
function unscaled(path: string): string {
  return path.replace(/-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[a-z]+$)/i, '');
}

function decodedPath(path: string): string {
  const bare = path.replace(/^\/+/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
