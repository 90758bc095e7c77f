import type { Element } from 'hast';
import { attribute, classesOf } from './element.ts';
import { wordsIn } from './lines.ts';
import type { Outline } from './outline.ts';
import { ancestors } from './sight.ts';

const TITLE = /^(?:(?:post|entry|article|story)-?_?title|p-name)$/i;
const HEADER = /(?:^|[-_])(?:header|masthead|banner|branding|site-?title|blog-?title)(?:$|[-_])/i;

/** Whether the markup of a heading says that it is the title of a post, not of its site. */
export function isPostTitle(heading: Element): boolean {
  return (
    classesOf(heading).some((name) => TITLE.test(name)) ||
    /\bheadline\b/.test(attribute(heading, 'itemProp'))
  );
}

/**
 * The headings that are the name of the site: those over all others that are nothing but a link to
 * its first page, or stand in the page’s header over the title of a post. Where no other heading
 * is on the page, there are none.
 */
export function siteNamesIn(outline: Outline): ReadonlySet<Element> {
  const { headings } = outline;
  const post = headings.findIndex(isPostTitle);
  const end = headings.findIndex(
    (heading, index) =>
      index === post ||
      !(leadsHome(heading, outline) || (index < post && isInHeader(heading, outline))),
  );
  return new Set(headings.slice(0, Math.max(0, end)));
}

/** Whether a heading is a link to the first page of a site and nothing else. */
function leadsHome(heading: Element, outline: Outline): boolean {
  const inside = heading.children.find((child) => child.type === 'element');
  const around = outline.parentOf(heading);
  const link =
    inside?.tagName === 'a'
      ? inside
      : around?.tagName === 'a' && around.children.length <= 8
        ? around
        : undefined;
  if (link?.properties.href === undefined || wordsIn(link) !== wordsIn(heading)) return false;
  const href = attribute(link, 'href').trim();
  return /^(?:\.?\/|(?:https?:)?\/\/[^/?#]+\/?|(?:\.{0,2}\/)*index\.(?:html?|php))$/i.test(href);
}

function isInHeader(heading: Element, outline: Outline): boolean {
  return ancestors(heading, outline).some(
    (element) =>
      // An article has a header of its own.
      (element.tagName === 'header' &&
        !ancestors(element, outline).some(({ tagName }) => tagName === 'article')) ||
      attribute(element, 'role') === 'banner' ||
      [...classesOf(element), attribute(element, 'id')].some((name) => HEADER.test(name)),
  );
}
