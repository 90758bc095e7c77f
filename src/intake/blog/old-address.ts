import { isAddress } from '#model/schema/redirects.ts';

/** No address that anybody has written or linked is longer; a key of YAML could not be either. */
const LONGEST = 1000;

/** A percent sign with the bytes of one character of UTF-8, or bytes that are none. */
const ESCAPES = /(?:%[\da-f]{2})+/gi;
/** What cannot stand in an address as it is: it would end it, or not be seen. */
const UNREADABLE = /[\s/%?#&+=\\<>"'`{}|^:\p{C}]/u;

/**
 * The path at which a page of a former site stood, from the root of its host, in the one form in
 * which archives write it: percent-encoded letters decoded (`/2012/05/مطبعة/`), whatever would be
 * unreadable or mean something else left encoded. Null for what is no address of that host, and for
 * its front page, which is the archive’s own.
 *
 * @param sites the host names at which the site stood; an empty set allows any
 */
export function oldAddress(address: string, sites: ReadonlySet<string>): string | null {
  const written = address.trim();
  if (!URL.canParse(written, 'http://relative.invalid')) return null;
  const url = new URL(written, 'http://relative.invalid');
  if (!/^https?:$/.test(url.protocol)) return null;
  const isOwn =
    url.hostname === 'relative.invalid' || sites.size === 0 || isOf(sites, url.hostname);
  if (!isOwn) return null;
  const path = readable(url.pathname.replaceAll(/\/{2,}/g, '/'));
  const readableAddress = path + readable(url.search);
  if (readableAddress === '/' || readableAddress.length > LONGEST) return null;
  return isAddress(readableAddress) ? readableAddress : null;
}

/** The name of a host without `www.`, or an empty one. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? bare(new URL(address).hostname) : '';
}

function isOf(sites: ReadonlySet<string>, host: string): boolean {
  return sites.has(bare(host));
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '');
}

/**
 * What makes two addresses the same page: a slash at the end does not matter, nor whether letters
 * are percent-encoded. Capitals do: hosts of files tell them apart.
 */
export function sameAddress(address: string): string {
  const [path = '', ...query] = readable(address).normalize('NFC').split('?');
  const barePath = path.replace(/\/+$/, '');
  return [barePath === '' ? '/' : barePath, ...query].join('?');
}

/** Words with their percent-encoded letters decoded; an escape that cannot be decoded stays. */
export function readable(words: string): string {
  return words.replaceAll(ESCAPES, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (digits) => Number.parseInt(digits, 16));
    return decodeRun(bytes);
  });
}

function decodeRun(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const these = bytes.subarray(at, at + length);
    const letter = decoded(these);
    if (letter !== null && !UNREADABLE.test(letter)) {
      parts.push(letter);
      at += length;
    } else {
      const escaped = letter === null ? these.subarray(0, 1) : these;
      parts.push(
        ...Array.from(escaped, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`),
      );
      at += escaped.length;
    }
  }
  return parts.join('');
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
