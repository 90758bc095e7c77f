import type { Redirect, Redirects, Tombstone } from '#model/schema/redirects.ts';
import { articleAbove, type Register } from './register.ts';
import type { Standing } from './standing.ts';

/** What an address, or a paragraph at one, comes to in the end. */
export type Answer =
  /** A page of the archive: the address itself, or its successor. */
  | { readonly as: 'page'; readonly address: string; readonly paragraph: string | undefined }
  | { readonly as: 'gone'; readonly tombstone: Tombstone }
  /** Redirects that lead back to where they began. */
  | { readonly as: 'loop' }
  /** What is said of it in `redirects.yaml` has errors, so nobody can tell. */
  | { readonly as: 'unread' }
  /** Nothing: neither a page nor a word of what became of it. */
  | { readonly as: 'nothing' };

/** Says what an address, or a paragraph at one, comes to. */
export type Answerer = (address: string, paragraph?: string) => Answer;

const NOTHING: Answer = { as: 'nothing' };
const UNREAD: Answer = { as: 'unread' };

/** What answering takes: what stands, what was promised, and what became of it. */
export interface Answering {
  readonly standing: Standing;
  readonly register: Register;
  readonly redirects: Redirects;
  /** Whether `redirects.yaml` speaks of an address, `/old/` or `/old/#id`, and what it says has errors. */
  readonly isUnread: (from: string) => boolean;
  /** Whether the site has a page at an address: those of `standing`, lists, other languages. */
  readonly hasPage: (address: string) => boolean;
}

/**
 * Follows an address through `redirects.yaml`, however many steps there are:
 *
 * - what is said of an article holds for its texts, where nothing is said of them: `/articles/new/`
 *   for `/articles/old/` makes `/articles/new/ar/` of `/articles/old/ar/`;
 * - a paragraph goes where its text goes, where nothing is said of it;
 * - what is said of a paragraph on the page of an article holds on those of its texts, and the other
 *   way round.
 */
export function answerer(answering: Answering): Answerer {
  const { standing, register, redirects, isUnread, hasPage } = answering;
  const textsOf = textsByArticle(register, redirects);
  const entryOf = (address: string): Redirect | undefined =>
    redirects[address] ?? redirects[address.replace(/\/$/, '')];

  const ofPage = (address: string): Redirect | undefined => {
    const own = entryOf(address);
    const article = own ? undefined : articleAbove(address);
    const above = article === undefined ? undefined : entryOf(article);
    if (!above || article === undefined || 'gone' in above) return own ?? above;
    const text = address.slice(article.length);
    const below = above.to + text;
    const isThere = standing.has(below) || register.has(below) || entryOf(below) !== undefined;
    return isThere ? { to: below } : above;
  };

  const follow = (address: string, paragraph: string | undefined, seen: Set<string>): Answer => {
    const found = walk(address, paragraph, seen);
    if (found.as !== 'nothing') return found;
    const above = articleAbove(address) ?? address;
    const entries = [address, address.replace(/\/$/, ''), above];
    const anchors =
      paragraph === undefined ? [] : [`${address}#${paragraph}`, `${above}#${paragraph}`];
    return [...entries, ...anchors].some(isUnread) ? UNREAD : NOTHING;
  };

  const walk = (address: string, paragraph: string | undefined, seen: Set<string>): Answer => {
    const here = paragraph === undefined ? address : `${address}#${paragraph}`;
    if (seen.has(here)) return { as: 'loop' };
    seen.add(here);
    const page = standing.get(address);
    if (paragraph === undefined) {
      if (page || hasPage(address)) return { as: 'page', address, paragraph };
      return step(ofPage(address), undefined, seen);
    }
    if (page && 'has' in page) {
      if (page.has(paragraph)) return { as: 'page', address, paragraph };
    } else if (page ?? hasPage(address)) return { as: 'page', address, paragraph };
    const own = redirects[here] ?? redirects[`${articleAbove(address) ?? ''}#${paragraph}`];
    if (own) return step(own, undefined, seen);
    // With the whole page first: an article is answered by an article.
    const along = page ? NOTHING : step(ofPage(address), paragraph, new Set(seen));
    if (along.as === 'page') return along;
    const viaText = throughItsText(address, paragraph, seen);
    return viaText.as === 'nothing' ? along : viaText;
  };

  const throughItsText = (address: string, paragraph: string, seen: Set<string>): Answer => {
    for (const { text, ids } of textsOf.get(address) ?? []) {
      if (!ids.includes(paragraph)) continue;
      const answer = follow(text, paragraph, new Set(seen));
      if (answer.as === 'page' || answer.as === 'gone') return answer;
    }
    return NOTHING;
  };

  const step = (
    redirect: Redirect | undefined,
    paragraph: string | undefined,
    seen: Set<string>,
  ): Answer => {
    if (!redirect) return NOTHING;
    if ('gone' in redirect) return { as: 'gone', tombstone: redirect };
    const [path = '', anchor] = redirect.to.split('#');
    return follow(path, anchor ?? paragraph, seen);
  };

  return (address, paragraph) => follow(address, paragraph, new Set());
}

/** A text that is or was at an address, with some paragraphs that it had. */
interface FormerText {
  readonly text: string;
  readonly ids: readonly string[];
}

/** The texts that articles had, by the address of the article. */
function textsByArticle(register: Register, redirects: Redirects): Map<string, FormerText[]> {
  const texts = new Map<string, FormerText[]>();
  const add = (text: string, ids: readonly string[]): void => {
    const article = ids.length > 0 ? articleAbove(text) : undefined;
    if (article === undefined) return;
    const some = texts.get(article) ?? [];
    some.push({ text, ids });
    texts.set(article, some);
  };
  for (const [address, { ids }] of register) add(address, ids);
  for (const key of Object.keys(redirects)) {
    const [address = '', paragraph] = key.split('#');
    if (paragraph !== undefined) add(address, [paragraph]);
  }
  return texts;
}
