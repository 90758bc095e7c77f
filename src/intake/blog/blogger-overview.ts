import type { XmlGap, XmlPiece } from '#intake/xml/pieces.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '#intake/xml/tree.ts';
import { LeftOut } from './left-out.ts';
import { readable } from './old-address.ts';
import { wordsOf } from './words.ts';

/** What has to be known of a whole export of Blogger before its first post can be read. */
export interface BloggerOverview {
  readonly title: string;
  /** How many comments a post has, by its id. */
  readonly comments: ReadonlyMap<string, number>;
  readonly leftOut: LeftOut;
}

/** The elements of an export in which we look. */
export const PARTS_OF_BLOGGER: ReadonlySet<string> = new Set(['entry', 'title', 'link', 'author']);

/** What an entry is: a post or page that is published, or why it is none. */
export interface BloggerEntry {
  readonly standing: 'post' | 'unpublished' | 'comment' | 'no-post';
  readonly why: string;
}

const KIND = 'http://schemas.google.com/g/2005#kind';

/** Tells posts from comments, settings and drafts, in the words of the old backup and of Takeout. */
export function entryOf(entry: XmlElement): BloggerEntry {
  const type = textOf(entry, 'blogger:type').toLowerCase();
  const kind = type === '' ? kindInBackup(entry) : type;
  if (kind === 'comment') return { standing: 'comment', why: kind };
  if (kind !== 'post' && kind !== 'page') {
    return { standing: 'no-post', why: kind === '' ? 'unknown' : kind };
  }
  if (textOf(entry, 'blogger:trashed') !== '') return { standing: 'unpublished', why: 'trashed' };
  const status = type === '' ? statusInBackup(entry) : textOf(entry, 'blogger:status');
  return status === 'LIVE'
    ? { standing: 'post', why: '' }
    : { standing: 'unpublished', why: status === '' ? 'unknown' : status.toLowerCase() };
}

function kindInBackup(entry: XmlElement): string {
  const category = childrenOf(entry, 'category').find(
    ({ attributes }) => attributes.scheme === KIND,
  );
  return category?.attributes.term?.replace(/^.*#/, '') ?? '';
}

function statusInBackup(entry: XmlElement): string {
  const control = childOf(entry, 'app:control');
  const isDraft = control ? textOf(control, 'app:draft') === 'yes' : false;
  return isDraft ? 'DRAFT' : 'LIVE';
}

/** The labels of an entry. */
export function labelsOf(entry: XmlElement): string[] {
  const labels = childrenOf(entry, 'category')
    .filter(({ attributes: { scheme } }) => scheme !== KIND)
    .map(({ attributes: { term, label } }) => (label ?? term ?? '').trim());
  return [...new Set(labels)].filter((label) => label !== '');
}

/** The headline of an entry: words, in which Takeout writes `&#39;` all the same. */
export function titleOf(element: XmlElement): string {
  const title = childOf(element, 'title');
  const isHtml = title?.attributes.type === 'html';
  const written = title?.text ?? '';
  return wordsOf(isHtml ? written : written.replaceAll('<', '&lt;'));
}

/** The address of the page of an entry as it is written; empty where it tells none. */
export function addressOf(entry: XmlElement): string {
  const link = childrenOf(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate');
  return link?.attributes.href ?? textOf(entry, 'blogger:filename');
}

/** What the address of an entry calls it: `quay` of `/2012/05/quay.html`. */
export function slugOf(entry: XmlElement): string {
  const [path = ''] = addressOf(entry).split(/[?#]/);
  const [, slug = ''] = /\/(?:\d{4}\/\d{2}|p)\/([^/]+?)(?:\.html?)?\/?$/.exec(path) ?? [];
  return readable(slug);
}

/** What the editor would call an entry. */
export function nameOfEntry(entry: XmlElement): string {
  const number = /\d+$/.exec(textOf(entry, 'id'))?.[0] ?? '';
  return [slugOf(entry), titleOf(entry)].find(Boolean) ?? `post ${number}`.trim();
}

/** Reads an export of Blogger once, for what concerns all of it. */
export async function surveyBlogger(
  pieces: AsyncIterable<XmlPiece | XmlGap>,
): Promise<BloggerOverview> {
  let title = '';
  const comments = new Map<string, number>();
  const leftOut = new LeftOut();
  for await (const { element } of pieces) {
    if (element?.name === 'title' && title === '') title = wordsOf(element.text);
    if (element?.name !== 'entry') continue;
    const { standing, why } = entryOf(element);
    if (standing === 'unpublished') leftOut.unpublished(why, nameOfEntry(element));
    else if (standing === 'no-post') leftOut.kind(why);
    else if (standing === 'comment') {
      const post = commentedOn(element);
      comments.set(post, (comments.get(post) ?? 0) + 1);
    }
  }
  for (const count of comments.values()) leftOut.comments(count);
  return { title, comments, leftOut };
}

/** The id of the post to which a comment belongs. */
function commentedOn(comment: XmlElement): string {
  const parent = textOf(comment, 'blogger:parent');
  return parent === '' ? (childOf(comment, 'thr:in-reply-to')?.attributes.ref ?? '') : parent;
}
