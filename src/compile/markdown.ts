import type { Element, ElementContent, Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Link, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { Note } from '#model/compiled.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { INVISIBLE_DIRECTION } from '#text/bidi.ts';
import { parseAroundPlain } from './plain-chunks.ts';

/** Every scheme that a link may begin with, and `#` beside them. */
export const LINK_SCHEMES = ['http', 'https', 'mailto', 'entity', 'article'];

/**
 * What Markdown can make and nothing else. Ids are not prefixed here: those of notes carry their
 * text’s id from the start, and no other can come from a text.
 */
const ALLOWED: Schema = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'em', 'strong', 'del', 'br'],
    ...['hr', 'sup', 'input', 'section'],
  ],
  attributes: {
    a: ['href', 'title', 'id', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'alt', 'title'],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    li: ['id'],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: [['align', 'left', 'center', 'right']],
    th: [['align', 'left', 'center', 'right']],
  },
  // A picture is a file beside the text: no scheme at all. (An empty list would allow every one.)
  protocols: { href: LINK_SCHEMES, src: ['none'] },
  required: { input: { type: 'checkbox', disabled: true } },
  clobber: [],
  clobberPrefix: '',
};

/** `~` alone is “about” in dates, so only `~~` strikes through. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** More signs at the beginning of a line, or columns before one, than anyone means. */
const DEEP_LINE =
  /^(?:(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}|[ \t]{200,}(?:[-+*>]|\d{1,9}[.)]))/m;
const DEEPEST = 100;

/**
 * Parses CommonMark with tables and footnotes. Null, with a problem, for what stands inside each
 * other so deep that nobody meant it and whatever walks the tree would run out of stack.
 */
export function parseMarkdown(source: string): { tree: Root | null; problems: LocalProblem[] } {
  const deep = DEEP_LINE.exec(source);
  if (deep) return { tree: null, problems: [tooDeep(source, deep.index)] };
  const tree = parseAroundPlain(source, (some) => parser.parse(some));
  const offset = deepestBeyond(tree);
  return offset === undefined
    ? { tree, problems: [] }
    : { tree: null, problems: [tooDeep(source, offset)] };
}

function tooDeep(source: string, offset: number): LocalProblem {
  return problemAt(source.slice(0, offset).split('\n').length, 'too-deep', {});
}

/** Where a tree is too deep, as an offset in its source; with a stack of its own, not the program's. */
function deepestBeyond(tree: Root): number | undefined {
  const waiting: { node: Root | RootContent; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) return node.position?.start.offset ?? 0;
    if ('children' in node) {
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
    }
  }
  return undefined;
}

/** Words with single spaces between them, no sign of HTML, and nothing that is invisible. */
const WORDS = new RegExp(`^[^\\s<&${INVISIBLE_DIRECTION}]+(?: [^\\s<&${INVISIBLE_DIRECTION}]+)*$`);

/** A paragraph’s HTML, and the words in it. */
export interface PlainParagraph {
  readonly html: string;
  readonly plain: string;
}

/**
 * A paragraph that is nothing but words in one line and links to entities: its HTML needs no
 * conversion. Undefined for every other block.
 */
export function plainParagraphOf(node: RootContent): PlainParagraph | undefined {
  if (node.type !== 'paragraph') return undefined;
  let [html, plain] = ['', ''];
  for (const child of node.children) {
    const words = child.type === 'link' ? nameIn(child) : child.type === 'text' && child.value;
    if (typeof words !== 'string') return undefined;
    plain += words;
    html += child.type === 'link' ? `<a href="${child.url}">${words}</a>` : words;
  }
  return WORDS.test(plain) ? { html: `<p>${html}</p>`, plain } : undefined;
}

/** The words of a link to an entity. */
function nameIn({ url, title, children }: Link): string | undefined {
  const [only, ...others] = children;
  const isPlain = only?.type === 'text' && others.length === 0 && (title ?? '') === '';
  return isPlain && /^entity:[a-z0-9-]+$/.test(url) ? only.value : undefined;
}

/** A Markdown tree as sanitised blocks of HTML, in order, and its notes apart from them. */
export interface Html {
  readonly blocks: readonly Element[];
  readonly notes: readonly Note[];
}

/**
 * Turns a Markdown tree to HTML: sanitised directly after the conversion, links and headings
 * settled after that.
 *
 * @param prefix begins the ids of the notes, so that those of several texts can stand on one page
 */
export function markdownToHtml(tree: Root, prefix: string): Html {
  const converted = unified()
    .use(remarkRehype, { clobberPrefix: `${prefix}-`, footnoteBackContent: '' })
    .runSync(tree);
  const clean = sanitize(converted, ALLOWED);
  const root: HtmlRoot = clean.type === 'root' ? clean : { type: 'root', children: [] };
  settle(root);
  const elements = root.children.filter((node) => node.type === 'element');
  return {
    blocks: elements.filter((element) => element.tagName !== 'hr' && !isNotes(element)),
    notes: elements.filter(isNotes).flatMap(notesIn),
  };
}

/** The HTML of a block. */
export function blockToHtml(block: Element): string {
  return toHtml(block);
}

/** The words of a block, without the numbers of notes; of a picture its description. */
export function blockToPlain(block: Element): string {
  const words = toText(withoutCalls(block)).trim();
  if (words !== '') return words;
  const descriptions: string[] = [];
  visit(block, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.alt === 'string') descriptions.push(properties.alt);
  });
  return descriptions.join(' ');
}

function withoutCalls(block: Element): Element {
  if (!hasCall(block)) return block;
  const copy = structuredClone(block);
  visit(copy, 'element', (node, index, parent) => {
    if (index === undefined || !parent || !isCall(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return copy;
}

function hasCall(element: Element): boolean {
  return element.children.some((child) => {
    return child.type === 'element' && (isCall(child) || hasCall(child));
  });
}

/** The number in the text that calls a note: `<sup><a data-footnote-ref>`. */
function isCall(node: Element): boolean {
  const [only] = node.children;
  return node.tagName === 'sup' && only?.type === 'element' && 'dataFootnoteRef' in only.properties;
}

function isNotes(element: Element): boolean {
  return element.tagName === 'section' && 'dataFootnotes' in element.properties;
}

function notesIn(section: Element): Note[] {
  const notes: Note[] = [];
  visit(section, 'element', (item) => {
    if (item.tagName !== 'li' || typeof item.properties.id !== 'string') return undefined;
    const calls: string[] = [];
    visit(item, 'element', (link, index, parent) => {
      if (!('dataFootnoteBackref' in link.properties) || index === undefined || !parent)
        return undefined;
      calls.push(String(link.properties.href).replace(/^#/, ''));
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    trimEnd(item);
    const html = toHtml(item.children).trim();
    notes.push({ id: item.properties.id, calls, html, plain: toText(item).trim() });
    return SKIP;
  });
  return notes;
}

/** The links back to the calls stood behind spaces, which stay when they are gone. */
function trimEnd(item: Element): void {
  const last = item.children.findLast((child) => child.type === 'element');
  const text = last?.children.at(-1);
  if (text?.type === 'text') text.value = text.value.trimEnd();
}

/**
 * Settles what the page must not have to think of: headings below the page’s own `h1`, alignment
 * as a class (the policy allows no `style`, HTML no `align`), links without an address as words.
 */
function settle(root: HtmlRoot): void {
  const hasFirst = root.children.some((node) => node.type === 'element' && node.tagName === 'h1');
  visit(root, 'element', (node, index, parent) => {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level && hasFirst) node.tagName = `h${String(Math.min(Number(level) + 1, 6))}`;
    if (typeof node.properties.align === 'string') {
      node.properties.className = [`align-${node.properties.align}`];
      delete node.properties.align;
    }
    if (node.tagName === 'a' && isNoLink(node) && parent && index !== undefined) {
      parent.children.splice(index, 1, ...contentOf(node));
      return [SKIP, index];
    }
    return undefined;
  });
}

/** A link whose scheme was dropped, and one to a relative address. */
function isNoLink({ properties }: Element): boolean {
  const address = properties.href;
  if (typeof address !== 'string') return true;
  return !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(address);
}

function contentOf(node: Element): (ElementContent & HtmlContent)[] {
  return node.children;
}
