import { childrenOf, textOf, type XmlElement } from '#intake/xml/tree.ts';
import type { XmlGap, XmlPiece } from '#intake/xml/pieces.ts';
import { LeftOut } from './left-out.ts';
import { hostOf, readable } from './old-address.ts';
import type { Upload } from './shortcodes.ts';
import { wordsOf } from './words.ts';

/** What has to be known of a whole export of WordPress before its first post can be read. */
export interface WordPressOverview {
  readonly title: string;
  readonly language: string;
  /** The address of the blog. */
  readonly site: string;
  /** The names of the hosts at which it stood. */
  readonly hosts: ReadonlySet<string>;
  /** The names under which people publish, by their logins. */
  readonly authors: ReadonlyMap<string, string>;
  /** The numbers of all entries. */
  readonly ids: ReadonlySet<string>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The numbers of the pictures that were uploaded to a post, by its number. */
  readonly uploadsOf: ReadonlyMap<string, readonly string[]>;
  /** The names of posts that a plugin calls translations of each other. */
  readonly translations: ReadonlyMap<string, readonly string[]>;
  readonly leftOut: LeftOut;
}

/** The elements of an export in which we look; `image` and `textInput` have titles of their own. */
export const PARTS_OF_WORDPRESS: ReadonlySet<string> = new Set([
  'item',
  'author',
  'title',
  'link',
  'language',
  'base_site_url',
  'base_blog_url',
  'image',
  'textInput',
]);

/** What an entry is to an archive. */
export type Standing = 'post' | 'unpublished' | 'no-post' | 'other-kind';

/** Kinds of entries that no reader of a blog ever sees as a page of its own. */
const NO_POSTS =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|scheduled-action|safecss|feedback|wpforms|(?:wp|acf|jp|elementor|jetpack|mc4wp|wpcf7|amp|pll|et|vc)[_-].*)$/;

/** Whether an entry is a published post or page, and what it is otherwise. */
export function standingOf(item: XmlElement): {
  readonly standing: Standing;
  readonly why: string;
} {
  const kind = textOf(item, 'wp:post_type');
  const status = textOf(item, 'wp:status');
  if (kind !== 'post' && kind !== 'page') {
    const isPublic =
      status === 'publish' && !NO_POSTS.test(kind) && textOf(item, 'content:encoded') !== '';
    return { standing: isPublic ? 'other-kind' : 'no-post', why: kind === '' ? 'unknown' : kind };
  }
  if (status !== 'publish')
    return { standing: 'unpublished', why: status === '' ? 'unknown' : status };
  return textOf(item, 'wp:post_password') === ''
    ? { standing: 'post', why: '' }
    : { standing: 'unpublished', why: 'protected by a password' };
}

/** What the editor would call an entry. */
export function nameOfItem(item: XmlElement): string {
  const slug = readable(textOf(item, 'wp:post_name'));
  if (slug !== '') return slug;
  const title = wordsOf(textOf(item, 'title'));
  return title === '' ? `post ${textOf(item, 'wp:post_id')}`.trim() : title;
}

/** Reads an export of WordPress once, for what concerns all of it. */
export async function surveyWordPress(
  pieces: AsyncIterable<XmlPiece | XmlGap>,
): Promise<WordPressOverview> {
  const head = new Map<string, string>();
  const authors = new Map<string, string>();
  const ids = new Set<string>();
  const uploads = new Map<string, Upload>();
  const uploadsOf = new Map<string, string[]>();
  const translations = new Map<string, string[]>();
  const leftOut = new LeftOut();
  for await (const { element } of pieces) {
    if (!element) continue;
    const local = element.name.replace(/^.*:/, '');
    if (local === 'author') addAuthor(element, authors);
    else if (local !== 'item') {
      const words = element.text.trim();
      if (words !== '' && !head.has(local)) head.set(local, words);
    } else {
      ids.add(textOf(element, 'wp:post_id'));
      count(element, leftOut);
      addUpload(element, uploads, uploadsOf);
      for (const group of groupsOf(element)) {
        translations.set(group, [...(translations.get(group) ?? []), nameOfItem(element)]);
      }
    }
  }
  const addresses = ['link', 'base_blog_url', 'base_site_url'].map((name) => head.get(name) ?? '');
  return {
    title: wordsOf(head.get('title') ?? ''),
    language: head.get('language') ?? '',
    site: addresses.find((address) => hostOf(address) !== '') ?? '',
    // The site of a blog on a shared host is that host, where other people’s blogs stand too.
    hosts: new Set(
      addresses
        .slice(0, 2)
        .map(hostOf)
        .filter((host) => host !== ''),
    ),
    authors,
    ids,
    uploads,
    uploadsOf,
    translations,
    leftOut,
  };
}

function addAuthor(element: XmlElement, authors: Map<string, string>): void {
  const login = textOf(element, 'wp:author_login');
  const parts = ['wp:author_first_name', 'wp:author_last_name'].map((name) =>
    textOf(element, name),
  );
  const display = wordsOf(textOf(element, 'wp:author_display_name'));
  const name = display === '' ? parts.join(' ').trim() : display;
  if (login !== '' && name !== '') authors.set(login, name);
}

/**
 * A login without what none can have, as WordPress takes one from a file (`sanitize_user`): exports
 * that people have edited hold `>editor` for `editor`.
 */
export function asLogin(written: string): string {
  return written.replaceAll(/[^\w .@-]/g, '').trim();
}

function count(item: XmlElement, leftOut: LeftOut): void {
  const { standing, why } = standingOf(item);
  if (standing === 'unpublished') leftOut.unpublished(why, nameOfItem(item));
  else if (standing === 'no-post') leftOut.kind(why);
  else if (standing === 'other-kind') leftOut.otherKind(why, nameOfItem(item));
  else leftOut.comments(childrenOf(item, 'wp:comment').length);
}

function addUpload(
  item: XmlElement,
  uploads: Map<string, Upload>,
  uploadsOf: Map<string, string[]>,
): void {
  if (textOf(item, 'wp:post_type') !== 'attachment') return;
  const id = textOf(item, 'wp:post_id');
  const address = [textOf(item, 'wp:attachment_url'), textOf(item, 'guid')].find(Boolean) ?? '';
  if (id === '' || address === '') return;
  const alt = metaOf(item, '_wp_attachment_image_alt');
  const caption = wordsOf(textOf(item, 'excerpt:encoded'));
  uploads.set(id, { address, caption, alt });
  const parent = textOf(item, 'wp:post_parent');
  const isPicture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(address);
  if (isPicture && parent !== '' && parent !== '0') {
    uploadsOf.set(parent, [...(uploadsOf.get(parent) ?? []), id]);
  }
}

/** What a plugin has noted beside an entry. */
export function metaOf(item: XmlElement, key: string): string {
  const found = childrenOf(item, 'wp:postmeta').find((meta) => textOf(meta, 'wp:meta_key') === key);
  return found ? textOf(found, 'wp:meta_value') : '';
}

/** The groups of translations to which Polylang counts an entry. */
export function groupsOf(item: XmlElement): string[] {
  if (standingOf(item).standing !== 'post') return [];
  return childrenOf(item, 'category')
    .filter(({ attributes }) => attributes.domain === 'post_translations')
    .flatMap(({ attributes, text }) => attributes.nicename ?? text.trim());
}
