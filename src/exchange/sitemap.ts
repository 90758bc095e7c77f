import { escapeXml } from './xml.ts';

/** A sitemap holds no more than so many addresses (sitemaps.org). */
const MOST = 50_000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of a sitemap, by its address. */
export interface SitemapFile {
  readonly address: string;
  readonly content: string;
}

/**
 * The sitemap of some addresses: one file, or an index of several where one would be too large.
 * Without dates, because the archive knows no day on which a page last changed.
 */
export function toSitemap(
  addresses: readonly string[],
  absolute: (address: string) => string,
): SitemapFile[] {
  if (addresses.length <= MOST) {
    return [{ address: '/sitemap.xml', content: listOf('urlset', 'url', addresses.map(absolute)) }];
  }
  const parts = Array.from({ length: Math.ceil(addresses.length / MOST) }, (_, index) => ({
    address: `/sitemap-${String(index + 1)}.xml`,
    content: listOf(
      'urlset',
      'url',
      addresses.slice(index * MOST, (index + 1) * MOST).map(absolute),
    ),
  }));
  const index = parts.map(({ address }) => absolute(address));
  return [{ address: '/sitemap.xml', content: listOf('sitemapindex', 'sitemap', index) }, ...parts];
}

function listOf(root: string, item: string, urls: readonly string[]): string {
  const items = urls.map((url) => `  <${item}><loc>${escapeXml(url)}</loc></${item}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${items.join('')}</${root}>\n`;
}

/** What is said to robots: all is open, and here is the list. Pages say themselves what is not indexed. */
export function toRobots(absolute: (address: string) => string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`;
}
