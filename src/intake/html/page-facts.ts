import type { Element, Root } from 'hast';
import type { Fact, FactKey } from '#intake/document.ts';
import { attribute } from './element.ts';
import { plainSpaces } from './leaf.ts';
import { wordsIn } from './lines.ts';
import { elementsOf, nodesOf } from './nodes-of.ts';
import { outlineOf } from './outline.ts';
import { isPostTitle, siteNamesIn } from './site-names.ts';
import { structuredFacts } from './structured-data.ts';

const LIBRARIES = 'the citation tags';
const GRAPH = 'Open Graph';
const DUBLIN = 'Dublin Core';
const HEAD = 'the page’s head';

/** What the `meta` of a page say, by their names in lower case; the most trustworthy first. */
const META: readonly (readonly [name: string, key: FactKey, from: string])[] = [
  ['citation_title', 'title', LIBRARIES],
  ['citation_author', 'author', LIBRARIES],
  ['citation_publication_date', 'published', LIBRARIES],
  ['citation_online_date', 'published', LIBRARIES],
  ['citation_date', 'published', LIBRARIES],
  ['citation_publisher', 'publisher', LIBRARIES],
  ['citation_journal_title', 'collection', LIBRARIES],
  ['citation_language', 'lang', LIBRARIES],
  ['citation_keywords', 'subject', LIBRARIES],
  ['dc.title', 'title', DUBLIN],
  ['dcterms.title', 'title', DUBLIN],
  ['dc.creator', 'author', DUBLIN],
  ['dcterms.creator', 'author', DUBLIN],
  ['dc.contributor.translator', 'translator', DUBLIN],
  ['dcterms.issued', 'published', DUBLIN],
  ['dc.date.issued', 'published', DUBLIN],
  ['dc.date', 'published', DUBLIN],
  ['dcterms.date', 'published', DUBLIN],
  ['dcterms.created', 'published', DUBLIN],
  ['dc.date.created', 'published', DUBLIN],
  ['dc.publisher', 'publisher', DUBLIN],
  ['dcterms.publisher', 'publisher', DUBLIN],
  ['dc.language', 'lang', DUBLIN],
  ['dcterms.language', 'lang', DUBLIN],
  ['dc.subject', 'subject', DUBLIN],
  ['dcterms.subject', 'subject', DUBLIN],
  ['dc.description', 'lede', DUBLIN],
  ['dcterms.abstract', 'lede', DUBLIN],
  ['dc.rights', 'licence', DUBLIN],
  ['dcterms.license', 'licence', DUBLIN],
  ['og:title', 'title', GRAPH],
  ['article:author', 'author', GRAPH],
  ['og:article:author', 'author', GRAPH],
  ['article:published_time', 'published', GRAPH],
  ['og:article:published_time', 'published', GRAPH],
  ['og:published_time', 'published', GRAPH],
  ['og:site_name', 'publisher', GRAPH],
  ['og:url', 'url', GRAPH],
  ['og:locale', 'lang', GRAPH],
  ['og:description', 'lede', GRAPH],
  ['article:section', 'subject', GRAPH],
  ['article:tag', 'subject', GRAPH],
  ['weibo:article:create_at', 'published', GRAPH],
  ['title', 'title', HEAD],
  ['twitter:title', 'title', HEAD],
  ['parsely-title', 'title', HEAD],
  ['author', 'author', HEAD],
  ['parsely-author', 'author', HEAD],
  ['sailthru.author', 'author', HEAD],
  ['byl', 'author', HEAD],
  ['date', 'published', HEAD],
  ['pubdate', 'published', HEAD],
  ['publish-date', 'published', HEAD],
  ['publication_date', 'published', HEAD],
  ['article.published', 'published', HEAD],
  ['publishdate', 'published', HEAD],
  ['publish_date', 'published', HEAD],
  ['datepublished', 'published', HEAD],
  ['originalpublicationdate', 'published', HEAD],
  ['parsely-pub-date', 'published', HEAD],
  ['sailthru.date', 'published', HEAD],
  ['description', 'lede', HEAD],
  ['twitter:description', 'lede', HEAD],
  ['keywords', 'subject', HEAD],
  ['news_keywords', 'subject', HEAD],
  ['content-language', 'lang', HEAD],
  ['language', 'lang', HEAD],
];

/** What a page says about itself apart from its words; the most trustworthy first. */
export function pageFacts(tree: Root): Fact[] {
  const meta = new Map<string, string[]>();
  const inHead: Fact[] = [];
  let title = '';
  const add = (key: FactKey, value: string, from: string): void => {
    if (value.trim() !== '') inHead.push({ key, value: value.trim(), from });
  };
  for (const node of elementsOf(tree)) {
    if (node.tagName === 'meta') keep(node, meta);
    if (node.tagName === 'title' && title === '') title = textIn(node);
    if (node.tagName === 'html')
      add('lang', attribute(node, 'lang') || attribute(node, 'xmlLang'), 'the page');
    const relations = attribute(node, 'rel').toLowerCase().split(/\s+/);
    if (node.tagName === 'a' && relations.includes('tag'))
      add('subject', wordsIn(node), 'the tags');
    if (node.tagName !== 'link') continue;
    const href = attribute(node, 'href');
    if (relations.includes('canonical') && /^https?:/i.test(href))
      add('url', href, 'the canonical link');
    if (relations.includes('license')) add('licence', href, 'the licence link');
  }
  const known = META.flatMap(([name, key, from]) =>
    (meta.get(name) ?? []).flatMap((value) =>
      valuesOf(key, value).map((each) => ({ key, value: each, from })),
    ),
  );
  const facts = [...structuredFacts(tree), ...inHead, ...known].map((fact) => ({
    ...fact,
    value: plainSpaces(unescaped(fact.value)).trim(),
  }));
  const site = meta.get('og:site_name') ?? [];
  const told = facts.filter(({ key }) => key === 'title').map(({ value }) => value);
  const headings = headingsIn(tree);
  const sites = [...site, ...namesOfSite(facts), ...headings.ofSite];
  const ofTitle = withoutSite(title, sites, [...told, ...headings.ofText]);
  const all =
    ofTitle === ''
      ? facts
      : [...facts, { key: 'title', value: ofTitle, from: 'the title of the page' } as const];
  return withSlug(distinct([...all, ...savedFrom(tree)]));
}

function keep(node: Element, meta: Map<string, string[]>): void {
  const content = attribute(node, 'content').trim();
  if (content === '') return;
  // `property` may hold several names, and some pages write them all with `name`.
  const names = [
    ...['property', 'name', 'httpEquiv', 'itemProp'].flatMap((key) =>
      attribute(node, key).split(/\s+/),
    ),
  ];
  const settled = names.map((each) =>
    each
      .toLowerCase()
      .replace(/^dc(terms?)?[.:]/, (_, terms?: string) => (terms ? 'dcterms.' : 'dc.')),
  );
  for (const name of new Set(settled.filter(Boolean))) {
    meta.set(name, [...(meta.get(name) ?? []), content]);
  }
}

function valuesOf(key: FactKey, value: string): string[] {
  if (key === 'subject')
    return value
      .split(/[,،;]/)
      .map((each) => each.trim())
      .filter(Boolean);
  if (key === 'author' && /^(?:https?:|@)/i.test(value)) return [];
  return key === 'lang' ? [value.replaceAll('_', '-')] : [value];
}

function textIn(node: Element): string {
  const words = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return plainSpaces(words).trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Values are often escaped twice. */
function unescaped(value: string): string {
  return value.replaceAll(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : whole;
    },
  );
}

function namesOfSite(facts: readonly Fact[]): string[] {
  return facts.filter(({ key }) => key === 'publisher').map(({ value }) => value);
}

/** The words of the headings of a page: the names of its site, and the others, titles of posts first. */
function headingsIn(tree: Root): {
  readonly ofSite: readonly string[];
  readonly ofText: readonly string[];
} {
  const outline = outlineOf(tree);
  const names = siteNamesIn(outline);
  const others = outline.headings.filter(
    (heading) => /^h[1-3]$/.test(heading.tagName) && !names.has(heading),
  );
  const sorted = [...others.filter(isPostTitle), ...others.filter((one) => !isPostTitle(one))];
  return { ofSite: [...names].map(wordsIn), ofText: sorted.map(wordsIn) };
}

const SEPARATOR = / (?:[|\-–—·•»«:]|::|\\|\/|>) /g;
/** A colon stands right behind a name of a site, and in titles as well. */
const COLON = /: /g;

/**
 * The title of a page without the name of its site: the part that a heading says as well; without
 * a part that is the site’s name; else without the last part, if that is short and the rest is not.
 */
export function withoutSite(
  title: string,
  sites: readonly string[],
  headings: readonly string[],
): string {
  const bounds = [...title.matchAll(SEPARATOR)];
  if (headings.includes(title)) return title;
  const heading = headings.find((words) => words.length >= 10 && isEdgeOf(words, title));
  if (heading !== undefined) return heading;
  const folded = sites.map((site) => site.toLowerCase());
  const isSite = (part: string | undefined): boolean => folded.includes(part?.toLowerCase() ?? '');
  for (const { index } of title.matchAll(COLON)) {
    const [name, rest] = [title.slice(0, index), title.slice(index + 2)].map((part) => part.trim());
    if (isSite(name) || headings.includes(rest ?? '')) return rest ?? title;
    if (isSite(rest)) return name ?? title;
  }
  if (bounds.length === 0) return title;
  const ends = bounds.map(({ index }) => title.slice(0, index).trim());
  const starts = bounds.map(({ index, 0: sign }) => title.slice(index + sign.length).trim());
  const asHeading = [...ends.toReversed(), ...starts].find((part) => headings.includes(part));
  if (asHeading !== undefined) return asHeading;
  for (const [index, end] of ends.entries()) {
    if (isSite(starts[index])) return end;
    if (isSite(end)) return starts[index] ?? title;
  }
  const [rest = '', last = ''] = [ends.at(-1), starts.at(-1)];
  // Short beside the rest: a site’s name, not half a sentence.
  const [many, few] = [rest, last].map((part) => part.split(' ').length);
  return (many ?? 0) >= 3 && (few ?? 0) <= 4 ? rest : title;
}

/** Whether words are the beginning or the end of a title, with no letter right beside them. */
function isEdgeOf(words: string, title: string): boolean {
  const isLetter = /^[\p{L}\p{N}]/u;
  return (
    (title.startsWith(words) && !isLetter.test(title.slice(words.length).trimStart())) ||
    (title.endsWith(words) && !/[\p{L}\p{N}]$/u.test(title.slice(0, -words.length).trimEnd()))
  );
}

/** The address that a browser wrote into a page when it saved it. */
function savedFrom(tree: Root): Fact[] {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'comment') continue;
    const { value } = node;
    const [, address] =
      /^\s*saved from url=\(\d+\)(\S+)/i.exec(value) ??
      /^\s*Page saved with SingleFile\s+url:\s*(\S+)/i.exec(value) ??
      [];
    if (address !== undefined && /^https?:/i.test(address)) {
      return [{ key: 'url', value: address, from: 'the note of the browser that saved the page' }];
    }
  }
  return [];
}

function distinct(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** What the address calls the page, behind all other facts. */
function withSlug(facts: readonly Fact[]): Fact[] {
  const address = facts.find(({ key }) => key === 'url')?.value ?? '';
  if (!URL.canParse(address)) return [...facts];
  const parts = new URL(address).pathname.split('/').filter(Boolean);
  const last = parts.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp)$/i, '') ?? '';
  let value = last;
  try {
    value = decodeURIComponent(last);
  } catch {
    // What is no encoded name stays as it is written.
  }
  const isName =
    /\p{L}{3}/u.test(value) && !/^(?:index|default|article|story|node|amp)$/i.test(value);
  return isName ? [...facts, { key: 'slug', value, from: 'the address' }] : [...facts];
}
