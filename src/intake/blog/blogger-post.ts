import type { Fact, OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { htmlToBlocks, picturesOfFragment } from '#intake/formats/html-blocks.ts';
import type { Notice } from '#intake/notices.ts';
import type { XmlPiece } from '#intake/xml/pieces.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '#intake/xml/tree.ts';
import {
  addressOf,
  type BloggerOverview,
  labelsOf,
  nameOfEntry,
  slugOf,
  titleOf,
} from './blogger-overview.ts';
import { oldAddress } from './old-address.ts';
import { picturesAtHand } from './pictures.ts';
import { wordsOf } from './words.ts';

const FROM = 'the Blogger export';
/** Every host: an entry tells only addresses of its own, whatever the blog was called at the time. */
const ANY_HOST: ReadonlySet<string> = new Set();
/** What Blogger calls people whose profile is gone. */
const NOBODY = /^(?:unknown|anonymous|noreply@blogger\.com)$/i;

/** Turns a published post or page into a document. */
export async function bloggerPost(
  piece: XmlPiece,
  overview: BloggerOverview,
  file: Pick<OutsideFile, 'beside'>,
): Promise<OutsideDocument | UnreadableDocument> {
  const { element: entry, line, bytes, controls } = piece;
  const name = nameOfEntry(entry);
  const html = contentOf(piece);
  const address = addressOf(entry);
  const base = URL.canParse(address) ? address : undefined;
  const atHand = await picturesAtHand(file, picturesOfFragment(html), base, ANY_HOST);
  const fragment = htmlToBlocks(html, {
    picture: atHand.nameOf,
    ...(base !== undefined && { base }),
    line: childOf(entry, 'content')?.line ?? line,
  });
  if (fragment.problems.length > 0) return { name, problems: fragment.problems };
  const comments = overview.comments.get(textOf(entry, 'id')) ?? 0;
  const told: readonly (readonly [Notice['code'], number])[] = [
    ['comments-left-out', comments],
    ['control-characters-removed', controls],
  ];
  const notices = told.flatMap(([code, count]): Notice[] =>
    count === 0 ? [] : [{ code, args: { count: String(count) }, line }],
  );
  const addresses = [address, textOf(entry, 'blogger:filename')]
    .filter((written) => /^(?:https?:|\/)/.test(written))
    .flatMap((written) => oldAddress(written, ANY_HOST) ?? []);
  const { facts, dropped } = factsOf(entry, overview);
  return {
    name,
    blocks: fragment.blocks,
    facts,
    hasTitleApart: facts.some(({ key }) => key === 'title'),
    dropped: [...fragment.dropped, ...dropped],
    pictures: [...atHand.pictures, ...fragment.pictures],
    notices: [...notices, ...fragment.notices],
    source: { name: `${name}.xml`, bytes },
    addresses: [...new Set(addresses)],
  };
}

/** The words of a post as HTML, in whichever way Atom writes them. */
function contentOf({ element: entry, words }: XmlPiece): string {
  const content = childOf(entry, 'content') ?? childOf(entry, 'summary');
  if (!content) return '';
  const { type = 'text' } = content.attributes;
  if (type === 'xhtml') return words.slice(content.from, content.to);
  return type === 'html' || type === 'text/html'
    ? content.text
    : content.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function factsOf(
  entry: XmlElement,
  overview: BloggerOverview,
): { readonly facts: readonly Fact[]; readonly dropped: readonly string[] } {
  const authors = childrenOf(entry, 'author').map((author) => wordsOf(textOf(author, 'name')));
  const address = addressOf(entry);
  const location = childOf(entry, 'blogger:location') ?? childOf(entry, 'georss:featurename');
  const place = location ? [textOf(location, 'blogger:name'), location.text.trim()] : [];
  const values: readonly (readonly [Fact['key'], string])[] = [
    ['title', titleOf(entry)],
    ['lede', wordsOf(textOf(entry, 'blogger:metaDescription'))],
    ...authors.filter((name) => !NOBODY.test(name)).map((name) => ['author', name] as const),
    ['published', asPrinted(textOf(entry, 'published'))],
    ['publisher', overview.title],
    ['url', /^https?:/.test(address) ? address : ''],
    ...labelsOf(entry).map((label) => ['subject', label] as const),
    ['slug', slugOf(entry)],
  ];
  return {
    facts: values.flatMap(([key, value]) => (value === '' ? [] : [{ key, value, from: FROM }])),
    dropped: [...place, ...authors.filter((name) => NOBODY.test(name))].filter(Boolean),
  };
}

/**
 * A moment in the blog’s own time, as its pages showed it: without its offset, which nobody printed.
 * What Takeout tells in universal time stays as it is, because nobody knows the blog’s own.
 */
function asPrinted(moment: string): string {
  return moment.replace(/(?:\.\d+)?[+-]\d{2}:\d{2}$/, '');
}
