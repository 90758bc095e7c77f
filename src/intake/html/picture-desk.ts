import type { OutsidePicture } from '#intake/document.ts';
import type { Notice } from '#intake/notices.ts';
import { absolute } from './links.ts';
import { isStandIn, pictureInAddress } from './pictures.ts';

/** Where a walk over a page asks for pictures, and where it is kept which were there. */
export interface PictureDesk {
  /** The name of the first of some addresses whose picture is at hand, or null. */
  readonly find: (addresses: readonly string[]) => string | null;
  /** Takes note of a picture that is not at hand; the line of Markdown that would have shown it. */
  readonly miss: (address: string, alt: string, line: number) => string;
  /** The pictures that came out of `data:` addresses. */
  readonly pictures: () => readonly OutsidePicture[];
  readonly missing: () => readonly string[];
  readonly notices: () => readonly Notice[];
}

/** Opens a desk over the pictures at hand. */
export function pictureDesk(
  atHand: (address: string) => string | null,
  base: string | undefined,
): PictureDesk {
  const names = new Map<string, string | null>();
  const pictures: OutsidePicture[] = [];
  const missing: string[] = [];
  const notices: Notice[] = [];
  const unpack = (address: string): string | null => {
    const known = names.get(address);
    if (known !== undefined) return known;
    const picture = pictureInAddress(address);
    const isOne = picture !== null && !isStandIn(picture);
    const name = isOne ? `picture-${String(pictures.length + 1)}.${picture.ending}` : null;
    if (isOne && name !== null) pictures.push({ name, bytes: picture.bytes });
    names.set(address, name);
    return name;
  };
  return {
    find: (addresses) => {
      for (const address of addresses) {
        const name = /^data:/i.test(address) ? unpack(address) : atHand(address);
        if (name !== null) return name;
      }
      return null;
    },
    miss: (address, alt, line) => {
      const whole = absolute(address, base).replaceAll(/\s/g, '%20');
      missing.push(whole);
      notices.push({ code: 'picture-not-at-hand', args: { address: whole }, line });
      return `![${alt.replaceAll(/[[\]\\]/g, '\\$&')}](${whole})`;
    },
    pictures: () => pictures,
    missing: () => [...new Set(missing)],
    notices: () => notices,
  };
}
