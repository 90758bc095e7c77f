import { linkTo } from './shortcodes.ts';

/** A block of WordPress that plays something, as it stands in a post. */
const PLAYS = /<(audio|video)\b([^<>]*)>\s*<\/\1\s*>/gi;
const ADDRESS = /\s(src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Says of what plays in a post where it is, as its shortcodes do: a text can hold a link. The picture
 * that stood for a film until it played is dropped, by its address.
 */
export function mediaToLinks(html: string): { html: string; dropped: string[] } {
  const dropped: string[] = [];
  const written = html.replaceAll(PLAYS, (element: string, _name: string, rest: string) => {
    const addresses = new Map<string, string>();
    for (const [, key = '', ...values] of rest.matchAll(ADDRESS)) {
      addresses.set(key.toLowerCase(), values.join(''));
    }
    const link = linkTo(addresses.get('src') ?? '');
    if (link === null) return element;
    const poster = addresses.get('poster') ?? '';
    if (/^https?:\/\/\S+$/.test(poster)) dropped.push(`<${poster}>`);
    return link + element.replaceAll(/[^\n]+/g, '');
  });
  return { html: written, dropped };
}
