import type { Element, Root } from 'hast';
import type { Fact, FactKey } from '#intake/document.ts';
import { attribute } from './element.ts';
import { elementsOf } from './nodes-of.ts';

const FROM = 'JSON-LD';
const ARTICLE = /(?:Article|BlogPosting|Report|Review|Chapter|CreativeWork|Letter|Legislation)$/;
const PAGE = /(?:WebPage|ItemPage)$/;

type Thing = Readonly<Record<string, unknown>>;

/** What a page says about itself in JSON-LD, of the article that it is about. */
export function structuredFacts(tree: Root): Fact[] {
  const things = thingsIn(tree);
  const byId = new Map(
    things.flatMap((thing) => (isText(thing['@id']) ? [[thing['@id'], thing]] : [])),
  );
  const articles = things.filter((thing) => isOfType(thing, ARTICLE));
  const facts = [
    ...articles.slice(0, 1),
    ...things.filter((thing) => isOfType(thing, PAGE)).slice(0, 1),
  ].flatMap((thing) => factsOf(thing, byId));
  return facts;
}

function factsOf(thing: Thing, byId: ReadonlyMap<string, Thing>): Fact[] {
  const isArticle = isOfType(thing, ARTICLE);
  const facts: Fact[] = [];
  const add = (key: FactKey, values: readonly string[]): void => {
    for (const value of values)
      if (value.trim() !== '') facts.push({ key, value: value.trim(), from: FROM });
  };
  const of = (key: string): unknown => thing[key];
  add('title', isArticle ? textsOf(of('headline') ?? of('name')) : []);
  add('author', namesOf(of('author') ?? of('creator'), byId));
  add('translator', namesOf(of('translator'), byId));
  add('published', textsOf(of('datePublished') ?? (isArticle ? of('dateCreated') : undefined)));
  add('publisher', namesOf(of('publisher') ?? of('sourceOrganization'), byId));
  add('url', [...textsOf(of('url')), ...addressOf(of('mainEntityOfPage'))].slice(0, 1));
  add('lang', textsOf(of('inLanguage')));
  add('lede', isArticle ? textsOf(of('description') ?? of('alternativeHeadline')) : []);
  add('subject', [...textsOf(of('articleSection')), ...keywordsOf(of('keywords'))]);
  add('collection', isArticle ? partOf(of('isPartOf')) : []);
  add('licence', [...textsOf(of('license')), ...addressOf(of('license'))].slice(0, 1));
  return facts;
}

function thingsIn(tree: Root): Thing[] {
  const things: Thing[] = [];
  for (const node of elementsOf(tree)) {
    if (!isJson(node)) continue;
    const words = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    things.push(...unfold(parse(words), 0));
  }
  return things;
}

function isJson(node: Element): boolean {
  return node.tagName === 'script' && /^\s*application\/ld\+json/i.test(attribute(node, 'type'));
}

function parse(words: string): unknown {
  const bare = words
    .replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[/, '')
    .replace(/(?:\/\/\s*)?\]\]>\s*$/, '');
  try {
    return JSON.parse(bare.replaceAll(/[\n\r\t]/g, ' '));
  } catch {
    return undefined;
  }
}

/** A thing and the things beside it: in a list, and in a graph. */
function unfold(value: unknown, depth: number): Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => unfold(item, depth + 1));
  if (!isThing(value)) return [];
  const inner = [value['@graph'], value.mainEntity].flatMap((item) => unfold(item, depth + 1));
  return [value, ...inner];
}

function isOfType(thing: Thing, pattern: RegExp): boolean {
  return textsOf(thing['@type']).some((type) => pattern.test(type));
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textsOf(value: unknown): string[] {
  if (isText(value)) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => (isText(item) ? [item] : textsOf(item)));
  if (isThing(value) && isText(value['@value'])) return [value['@value']];
  return isThing(value) && isText(value.alternateName) && value['@type'] === 'Language'
    ? [value.alternateName]
    : [];
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Thing>): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesOf(item, byId));
  if (isText(value)) return /^https?:/.test(value) ? [] : [value];
  if (!isThing(value)) return [];
  const id = value['@id'];
  const named = value.name === undefined && isText(id) ? (byId.get(id) ?? value) : value;
  return textsOf(named.name);
}

function addressOf(value: unknown): string[] {
  if (!isThing(value)) return textsOf(value).filter((text) => /^https?:/.test(text));
  return [value['@id'], value.url]
    .filter(isText)
    .filter((text) => /^https?:/.test(text))
    .slice(0, 1);
}

function keywordsOf(value: unknown): string[] {
  return isText(value) ? value.split(/[,،;]/) : textsOf(value);
}

function partOf(value: unknown): string[] {
  return isThing(value) && !isOfType(value, /Web(?:Page|Site)$|^Product$/)
    ? textsOf(value.name)
    : [];
}
