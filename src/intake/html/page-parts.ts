import type { Element } from 'hast';
import { attribute } from './element.ts';

/** Elements and roles that a page gives to what stands around its text. */
const AROUND = new Set(['nav', 'aside', 'footer', 'form', 'menu', 'dialog']);
const ROLES = /navigation|complementary|contentinfo|banner|search|dialog|menu|toolbar|alert/;
/** How pages name what stands around their text, as a part of a class or an id. */
const NAMES =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|share|sharing|sharedaddy|social|related|recommend|recirc|comments?|respond|disqus|promo|newsletter|subscribe|signup|advert|advertisement|ads?|sponsor|sponsored|sidebar|breadcrumbs?|tags?|cookies?|gdpr|consent|widget|toolbar|pagination|pager|outbrain|taboola|footer|masthead|popup|modal|more-?from|read-?more|also-?read|trending|most-?read|print|login|search|copyright)(?:$|[-_\s])/i;

/** Whether an element stands around the text of its page, by its own name, role, class or id. */
export function isAroundText(element: Element): boolean {
  if (AROUND.has(element.tagName) || ROLES.test(attribute(element, 'role'))) return true;
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`;
  return names.length < 400 && NAMES.test(names.replaceAll(/([a-z])([A-Z])/g, '$1-$2'));
}

const BYLINE =
  /(?:^|[-_\s])(?:by-?line|author|authors|writer|reporter|written-?by|posted-?by|creator|contributors?)(?:$|[-_\s])/i;
const DATE =
  /(?:^|[-_\s])(?:date|dates|datetime|time|timestamp|pub-?date|published|posted-?on|date-?line|publish-?date|post-?date|entry-?date|article-?date|date-?header)(?:$|[-_\s])/i;
const LEDE =
  /(?:^|[-_\s])(?:standfirst|lede|lead|intro|introduction|sub-?title|sub-?head(?:ing|line)?|deck|dek|summary|teaser|strapline|excerpt|description|chapeau|abstract)(?:$|[-_\s])/i;
const TITLE =
  /(?:^|[-_\s])(?:head-?line|title|entry-?title|post-?title|article-?title|page-?title)(?:$|[-_\s])/i;

/** What an element’s own markup says that it holds, of what stands over a text. */
export function saysItIs(element: Element): 'title' | 'byline' | 'date' | 'lede' | undefined {
  const property = attribute(element, 'itemProp');
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .slice(0, 300);
  if (/\bheadline\b/.test(property)) return 'title';
  if (/\bauthor\b/.test(`${property} ${attribute(element, 'rel')}`) || BYLINE.test(names))
    return 'byline';
  if (/\bdate(?:Published|Created)\b/.test(property) || element.tagName === 'time') return 'date';
  if (DATE.test(names)) return 'date';
  if (/\b(?:description|alternativeHeadline)\b/.test(property) || LEDE.test(names)) return 'lede';
  return TITLE.test(names) ? 'title' : undefined;
}
