import type { Root } from 'hast';
import type { OutsideFile, OutsidePicture } from '#intake/document.ts';
import { isPictureAddress, picturesIn } from './pictures.ts';

/** The pictures of a saved page that lie beside it, by the addresses at which the page has them. */
export async function besidePictures(
  tree: Root,
  file: OutsideFile,
): Promise<ReadonlyMap<string, OutsidePicture>> {
  const found = new Map<string, OutsidePicture>();
  const taken = new Set<string>();
  for (const address of picturesIn(tree)) {
    const path = pathOf(address);
    const bytes = path === undefined ? null : await file.beside(path);
    if (bytes !== null && path !== undefined) {
      found.set(address, { name: nameFor(path, bytes, taken), bytes });
    }
  }
  return found;
}

/** The path that an address is, where it leads to a file and not to the network. */
function pathOf(address: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(address)) return undefined;
  const path = address.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '');
  try {
    return path === '' ? undefined : decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A file name that an archive can have, not yet taken, with the ending that the bytes ask for. */
function nameFor(path: string, bytes: Uint8Array, taken: Set<string>): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = isPictureAddress(file) ? file.lastIndexOf('.') : file.length;
  const stem =
    file
      .slice(0, dot)
      .replaceAll(/[\s%#?<>:"|*\\{}()[\]\p{C}]+/gu, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '') || 'picture';
  const ending = endingOf(bytes) ?? (file.slice(dot + 1).toLowerCase() || 'jpg');
  let name = `${stem}.${ending}`;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1)
    name = `${stem}-${String(count)}.${ending}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The ending that the first bytes of a picture ask for. */
function endingOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16));
  if (head.slice(1, 4) === 'PNG') return 'png';
  if (head.startsWith('ÿØÿ')) return 'jpg';
  if (head.startsWith('GIF8')) return 'gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  return head.slice(4, 12) === 'ftypavif' ? 'avif' : undefined;
}
