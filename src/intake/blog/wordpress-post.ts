import type { Fact, OutsideDocument, OutsideFile, UnreadableDocument } from '#intake/document.ts';
import { htmlToBlocks, picturesOfFragment } from '#intake/formats/html-blocks.ts';
import type { Notice } from '#intake/notices.ts';
import type { XmlPiece } from '#intake/xml/pieces.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '#intake/xml/tree.ts';
import { isLanguageTag } from '#model/language.ts';
import { oldAddress, readable, sameAddress } from './old-address.ts';
import { picturesAtHand } from './pictures.ts';
import { postDate } from './post-date.ts';
import { figureOf } from './shortcodes.ts';
import { wordpressToHtml } from './wordpress-content.ts';
import {
  asLogin,
  groupsOf,
  metaOf,
  nameOfItem,
  type WordPressOverview,
} from './wordpress-overview.ts';
import { linesOfHtml, wordsOf } from './words.ts';

const FROM = 'the WordPress export';

/** What WordPress files a post under when nobody chose: by its slug, or its name in some languages. */
const NO_CATEGORY =
  /^(?:uncategori[sz]ed|غير مصنف|بدون تصنيف|دسته‌بندی نشده|دسته بندی نشده|ללא קטגוריה|non classé|sin categoría|sem categoria|senza categoria|nicht kategorisiert|без рубрики)$/i;

/** Turns a published post or page into a document. */
export async function collectPost(
  piece: XmlPiece,
  overview: WordPressOverview,
  file: Pick<OutsideFile, 'beside'>,
): Promise<OutsideDocument | UnreadableDocument> {
  const { element: item } = piece;
  const name = nameOfItem(item);
  const link = textOf(item, 'link');
  const base = URL.canParse(link) ? link : overview.site;
  const content = childOf(item, 'content:encoded');
  const prepared = wordpressToHtml(content?.text ?? '', {
    upload: (id) => overview.uploads.get(id),
    ofPost: overview.uploadsOf.get(textOf(item, 'wp:post_id')) ?? [],
    footnotes: metaOf(item, 'footnotes'),
  });
  const html = featuredPicture(item, overview, prepared.html) + prepared.html;
  const addresses = picturesOfFragment(html);
  const atHand = await picturesAtHand(file, addresses, base, overview.hosts);
  const fragment = htmlToBlocks(html, {
    picture: atHand.nameOf,
    ...(base !== '' && { base }),
    paragraphs: prepared.hasBlocks ? 'markup' : 'blank-lines',
    line: content?.line ?? piece.line,
  });
  if (fragment.problems.length > 0) return { name, problems: fragment.problems };
  const { facts, dropped } = factsOf(item, overview);
  return {
    name,
    blocks: fragment.blocks,
    facts,
    hasTitleApart: facts.some(({ key }) => key === 'title'),
    dropped: [...fragment.dropped, ...prepared.dropped, ...dropped],
    pictures: [...atHand.pictures, ...fragment.pictures],
    notices: [
      ...noticesOf(piece, overview),
      ...prepared.notices.map((notice): Notice => ({ ...notice, line: piece.line })),
      ...fragment.notices,
    ],
    source: { name: `${name}.xml`, bytes: piece.bytes },
    addresses: addressesOf(item, overview),
  };
}

/** The picture that the blog’s design shows above a post, where the post does not show it itself. */
function featuredPicture(item: XmlElement, { uploads }: WordPressOverview, html: string): string {
  const upload = uploads.get(metaOf(item, '_thumbnail_id'));
  if (!upload) return '';
  const stem = (upload.address.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  return stem !== '' && html.includes(stem) ? '' : figureOf(upload);
}

function factsOf(
  item: XmlElement,
  overview: WordPressOverview,
): { readonly facts: readonly Fact[]; readonly dropped: readonly string[] } {
  const link = textOf(item, 'link');
  const terms = termsOf(item);
  const excerpt = linesOfHtml(textOf(item, 'excerpt:encoded')).join(' ');
  const values: readonly (readonly [Fact['key'], string | null])[] = [
    ['title', wordsOf(textOf(item, 'title'))],
    ['lede', excerpt],
    ...authorsOf(item, overview).map((name) => ['author', name] as const),
    ['published', postDate(textOf(item, 'wp:post_date'))],
    ['publisher', overview.title],
    ['url', /^https?:/.test(link) ? link : null],
    ...terms.languages.map((tag) => ['lang', tag] as const),
    ['lang', isLanguageTag(overview.language) ? overview.language : null],
    ...terms.subjects.map((label) => ['subject', label] as const),
    ['slug', readable(textOf(item, 'wp:post_name'))],
  ];
  const facts = values.flatMap(([key, value]) =>
    value === null || value === '' ? [] : [{ key, value, from: FROM }],
  );
  return { facts, dropped: terms.others };
}

function authorsOf(item: XmlElement, { authors }: WordPressOverview): string[] {
  const several = childrenOf(item, 'category')
    .filter(({ attributes }) => attributes.domain === 'author')
    .map(({ text }) => wordsOf(text));
  if (several.length > 0) return [...new Set(several)];
  const login = wordsOf(textOf(item, 'dc:creator'));
  return [authors.get(login) ?? authors.get(asLogin(login)) ?? login];
}

interface Terms {
  readonly subjects: readonly string[];
  readonly languages: readonly string[];
  /** What is said of the post and is none of these, as it would be read. */
  readonly others: readonly string[];
}

/** What a post is filed under: its categories and tags, each once, and what plugins file. */
function termsOf(item: XmlElement): Terms {
  const subjects = new Set<string>();
  const languages = new Set<string>();
  const others = new Set<string>();
  for (const { attributes, text } of childrenOf(item, 'category')) {
    const { domain = 'category', nicename = '' } = attributes;
    const label = wordsOf(text);
    const words = label === '' ? readable(nicename).replaceAll('-', ' ') : label;
    if (words === '' || domain === 'author') continue;
    if (domain === 'language' && isLanguageTag(nicename)) languages.add(nicename);
    if (domain === 'post_translations') continue;
    const isSubject = !['language', 'post_format', 'nav_menu'].includes(domain);
    if (isSubject && !NO_CATEGORY.test(words) && !NO_CATEGORY.test(nicename)) subjects.add(words);
    else others.add(words);
  }
  return { subjects: [...subjects], languages: [...languages], others: [...others] };
}

function noticesOf(
  { element: item, line, controls }: XmlPiece,
  overview: WordPressOverview,
): Notice[] {
  const comments = childrenOf(item, 'wp:comment').length;
  const own = nameOfItem(item);
  const others = groupsOf(item)
    .flatMap((group) => overview.translations.get(group) ?? [])
    .filter((name) => name !== own);
  const told: readonly (readonly [Notice['code'], Notice['args'], boolean])[] = [
    ['comments-left-out', { count: String(comments) }, comments > 0],
    ['control-characters-removed', { count: String(controls) }, controls > 0],
    ['post-translated', { names: others.map((name) => `“${name}”`).join(', ') }, others.length > 0],
  ];
  return told.flatMap(([code, args, holds]) => (holds ? [{ code, args, line }] : []));
}

/** Where a post stood: its address, its numbers, and what it was called before. */
function addressesOf(item: XmlElement, { hosts, ids, site }: WordPressOverview): string[] {
  const id = textOf(item, 'wp:post_id');
  const link = textOf(item, 'link');
  const slug = textOf(item, 'wp:post_name');
  const key = textOf(item, 'wp:post_type') === 'page' ? 'page_id' : 'p';
  const root = URL.canParse(site) ? new URL(site).href.replace(/\/*$/, '/') : '/';
  const guid = textOf(item, 'guid');
  // The number that a post had on another site may be that of another post on this one.
  const [, number = id] = /[?&](?:p|page_id|attachment_id)=(\d+)/.exec(guid) ?? [];
  const isOtherEntry = number !== id && ids.has(number);
  const former = childrenOf(item, 'wp:postmeta')
    .filter((meta) => textOf(meta, 'wp:meta_key') === '_wp_old_slug')
    .map((meta) => renamed(link, slug, textOf(meta, 'wp:meta_value')));
  const written = [
    link,
    ...(/^\d+$/.test(id)
      ? [`${root}?p=${id}`, ...(key === 'p' ? [] : [`${root}?${key}=${id}`])]
      : []),
    ...(isOtherEntry ? [] : [guid]),
    ...former,
  ];
  const found = written
    .filter((address) => /^(?:https?:|\/)/.test(address))
    .flatMap((address) => oldAddress(address, hosts) ?? []);
  const same = found.map(sameAddress);
  return found.filter((_, index) => same.indexOf(same[index] ?? '') === index);
}

/** An address with the name that a post had before. */
function renamed(link: string, slug: string, former: string): string {
  const parts = link.split('/');
  const at = parts.findLastIndex((part) => part !== '' && readable(part) === readable(slug));
  return at < 0 || former === '' ? '' : parts.with(at, former).join('/');
}
