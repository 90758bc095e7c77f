/** Schemes that a text of an archive may link to; those of the house are no page’s to use. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address of a link as a text can hold it, or undefined: one within the page, of another
 * scheme, or relative where nobody knows to what.
 */
export function linkAddress(href: string, base: string | undefined): string | undefined {
  const written = href.trim();
  if (written === '' || written.startsWith('#')) return undefined;
  if (!URL.canParse(written, base)) return undefined;
  const { protocol, href: whole } = new URL(written, base);
  return SCHEMES.has(protocol) ? whole : undefined;
}

/** An address relative to that of its document, where that is known; else as it is written. */
export function absolute(address: string, base: string | undefined): string {
  const written = address.trim();
  return URL.canParse(written, base) ? new URL(written, base).href : written;
}
