import { escapeXml } from './xml.ts';

/** An entry of a feed. All addresses are whole. */
export interface FeedEntry {
  /** Its permanent address, the same in the feeds of all languages. */
  readonly id: string;
  /** Its address in the language of the feed. */
  readonly url: string;
  /** With who said it before it. */
  readonly title: string;
  readonly updated: string;
  readonly published?: string | undefined;
  readonly summary?: string | undefined;
}

export interface Feed {
  /** Its own address. */
  readonly url: string;
  /** The page that it follows. */
  readonly page: string;
  readonly title: string;
  readonly language: string;
  /** Who publishes it: the archive’s publisher. */
  readonly author: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** A feed as Atom (RFC 4287). */
export function feedToAtom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `  <id>${escapeXml(feed.url)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <updated>${feed.updated}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.url)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    ...feed.entries.flatMap(entryToAtom),
    '</feed>',
    '',
  ].join('\n');
}

function entryToAtom({ id, url, title, updated, published, summary }: FeedEntry): string[] {
  return [
    '  <entry>',
    `    <id>${escapeXml(id)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${updated}</updated>`,
    ...(published === undefined ? [] : [`    <published>${published}</published>`]),
    `    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...(summary === undefined ? [] : [`    <summary>${escapeXml(summary)}</summary>`]),
    '  </entry>',
  ];
}
