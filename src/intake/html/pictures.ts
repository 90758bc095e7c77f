import type { Element, Root } from 'hast';
import type { OutsidePicture } from '#intake/document.ts';
import { attribute } from './element.ts';
import { elementsOf } from './nodes-of.ts';

/** The kinds of pictures that an archive publishes, by their media types. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/** Where an `img` says that its picture is: the best first, stand-ins of lazy loading last. */
export function sourcesOf(image: Element): string[] {
  const addresses = [
    ...['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataOrigFile', 'src'].map((name) =>
      attribute(image, name).trim(),
    ),
    largest(attribute(image, 'dataSrcSet') || attribute(image, 'dataSrcset')),
    largest(attribute(image, 'srcSet')),
  ];
  return [...new Set(addresses.filter((address) => address !== ''))];
}

/** The last candidate of a `srcset`, which is the largest as they are written. */
function largest(set: string): string {
  return set.trim().split(/,\s+/).at(-1)?.split(/\s+/)[0] ?? '';
}

/** Whether an address leads to a picture, going by its ending. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)(?:$|[?#])/i.test(address);
}

/** The bytes of a `data:` address, or null where it holds no picture. */
export function pictureInAddress(
  address: string,
): { readonly ending: string; readonly bytes: Uint8Array } | null {
  if (!/^data:image\//i.test(address)) return null;
  const comma = address.indexOf(',');
  if (comma < 0) return null;
  const [type = '', ...parameters] = address.slice('data:'.length, comma).toLowerCase().split(';');
  const ending = ENDINGS[type.trim()];
  if (ending === undefined) return null;
  const content = address.slice(comma + 1);
  try {
    const decoded = decodeURIComponent(content);
    return parameters.some((parameter) => parameter.trim() === 'base64')
      ? { ending, bytes: Uint8Array.from(atob(decoded), (sign) => sign.charCodeAt(0)) }
      : { ending, bytes: new TextEncoder().encode(decoded) };
  } catch {
    return null;
  }
}

/** Pictures of a few bytes hold a place or count visits. */
export function isStandIn({ bytes }: Pick<OutsidePicture, 'bytes'>): boolean {
  return bytes.length < 200;
}

/** The addresses of all pictures in a tree, in order and each once; `data:` addresses left out. */
export function picturesIn(tree: Root): string[] {
  const addresses = new Set<string>();
  for (const node of elementsOf(tree)) {
    if (node.tagName === 'a' && isPictureAddress(attribute(node, 'href'))) {
      addresses.add(attribute(node, 'href').trim());
    }
    if (node.tagName !== 'img') continue;
    for (const address of sourcesOf(node)) if (!/^data:/i.test(address)) addresses.add(address);
  }
  return [...addresses];
}
