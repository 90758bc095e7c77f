import { escapeXml } from './xml.ts';

/** What a sitemap can hold (sitemaps.org): so many addresses, in so many bytes. */
export interface SitemapLimits {
  readonly addresses: number;
  readonly bytes: number;
}
const LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };
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
  limits: SitemapLimits = LIMITS,
): SitemapFile[] {
  const lists = divided(addresses.map(absolute), limits);
  const [only = []] = lists;
  if (lists.length <= 1) {
    return [{ address: '/sitemap.xml', content: listOf('urlset', 'url', only) }];
  }
  const parts = lists.map((urls, index) => ({
    address: `/sitemap-${String(index + 1)}.xml`,
    content: listOf('urlset', 'url', urls),
  }));
  const index = parts.map(({ address }) => absolute(address));
  return [{ address: '/sitemap.xml', content: listOf('sitemapindex', 'sitemap', index) }, ...parts];
}

/** Addresses in lists that each fit into a file. */
function divided(urls: readonly string[], limits: SitemapLimits): string[][] {
  const lists: string[][] = [];
  let list: string[] = [];
  // The frame of a file, and of each address its line; whole addresses are ASCII.
  const frame = listOf('urlset', 'url', []).length;
  let bytes = frame;
  for (const url of urls) {
    const own = lineOf('url', url).length;
    if (list.length === 0 || list.length === limits.addresses || bytes + own > limits.bytes) {
      lists.push((list = []));
      bytes = frame;
    }
    list.push(url);
    bytes += own;
  }
  return lists;
}

function listOf(root: string, item: string, urls: readonly string[]): string {
  const items = urls.map((url) => lineOf(item, url));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${items.join('')}</${root}>\n`;
}

function lineOf(item: string, url: string): string {
  return `  <${item}><loc>${escapeXml(url)}</loc></${item}>\n`;
}

/** What is said to robots: all is open, and here is the list. Pages say themselves what is not indexed. */
export function toRobots(absolute: (address: string) => string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n`;
}
