import type { OutsidePicture } from './document.ts';
import { safeName } from './safe-name.ts';

/**
 * What a picture is called in the archive: its own name where that can be one, made safe where it
 * cannot, and with a number where another picture has it already.
 */
export function pictureName(
  url: string,
  bytes: Uint8Array,
  taken: ReadonlyMap<string, OutsidePicture>,
): string {
  const [path = ''] = url.split(/[?#]/, 1);
  const own = decoded(path).split(/[/\\]/).at(-1) ?? '';
  const [, stem = 'picture', ending = ''] =
    /^(.*?)(\.[a-z0-9]+)?$/is.exec(safeName(own.replaceAll(/[\s%#?()]+/g, '-'))) ?? [];
  for (let count = 1; ; count += 1) {
    const name = `${stem || 'picture'}${count === 1 ? '' : `-${String(count)}`}${ending.toLowerCase()}`;
    const other = [...taken.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!other || isSame(other.bytes, bytes)) return other?.name ?? name;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
