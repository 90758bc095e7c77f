import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { JSDOM } from 'jsdom';
import { attribute, isHidden, isSilent } from './element.ts';
import { isEmbedded } from './embedded.ts';
import { isBlank } from './leaf.ts';

/** Words or a picture of a page. */
export type Seen = Text | Element;

/** Beyond so many the library takes minutes. */
const MOST = 20_000;
/** A statement of a few sentences is an article too. */
const SHORTEST = 200;
const MARK = 'data-seen';
/** What tells the library whether an element belongs to the text; addresses and handlers do not. */
const TELLING = [
  ...['className', 'id', 'role', 'hidden', 'itemProp', 'itemScope', 'itemType', 'rel'],
  ...['ariaHidden', 'ariaModal', 'summary', 'dataTable', 'dir', 'lang'],
];

/**
 * What of a page its main text is made of, by the judgement of Mozilla’s Readability. It works on a
 * copy in which everything that can be seen is numbered, so that whatever it moves or cuts, its
 * judgement can be laid over the page as it is. Null where it finds no text.
 */
export function readableParts(tree: Root): ReadonlySet<Seen> | null {
  const seen: Seen[] = [];
  const children = tree.children.flatMap((node) => copied(node, seen));
  if (seen.length > MOST) return null;
  const { window } = new JSDOM(toHtml({ type: 'root', children }));
  const found = new Readability<Node>(window.document, {
    charThreshold: SHORTEST,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const content = found?.content;
  if (!content || !isElement(content)) return null;
  const parts = [...content.querySelectorAll(`[${MARK}]`)].flatMap(
    (node) => seen[Number(node.getAttribute(MARK))] ?? [],
  );
  window.close();
  return parts.some(({ type }) => type === 'text') ? new Set(parts) : null;
}

function isElement(node: Node): node is globalThis.Element {
  return node.nodeType === 1;
}

function copied(node: RootContent | ElementContent, seen: Seen[]): (Element | Text)[] {
  if (node.type === 'text') {
    const text: Text = { type: 'text', value: node.value };
    if (isBlank(node.value)) return [text];
    seen.push(node);
    // An element that the library takes for running words and has no rules about.
    return [element('data', { [MARK]: seen.length - 1 }, [text])];
  }
  if (node.type !== 'element') return [];
  const { tagName } = node;
  const telling = TELLING.flatMap((name) => {
    const value = node.properties[name];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  const properties: Element['properties'] = Object.fromEntries(telling);
  if (isHidden(node)) properties.hidden = true;
  if (tagName === 'img') {
    seen.push(node);
    return [element('img', { ...properties, [MARK]: seen.length - 1, src: 'a.jpg' }, [])];
  }
  if (tagName === 'title') return [element(tagName, {}, node.children)];
  if (tagName !== 'head' && (isSilent(node) || (isEmbedded(node) && tagName !== 'button')))
    return [];
  const href = attribute(node, 'href').startsWith('#') ? '#there' : 'elsewhere';
  if (tagName === 'a' && node.properties.href !== undefined) properties.href = href;
  return [
    element(
      tagName,
      properties,
      node.children.flatMap((child) => copied(child, seen)),
    ),
  ];
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: Element['children'],
): Element {
  return { type: 'element', tagName, properties, children };
}
