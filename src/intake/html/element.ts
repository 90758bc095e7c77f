import type { Element, Nodes } from 'hast';

/** Elements that stand within a line; every other one begins and ends a block. */
const INLINE = new Set(
  `a abbr acronym audio b bdi bdo big blink br button canvas cite code data del dfn em embed font
  i iframe img input ins kbd label map mark math meter noscript object output picture progress q
  ruby rb rp rt rtc s samp script select slot small source span strike strong style sub sup svg
  template textarea time track tt u var video wbr nobr image param area
  mi mn mo ms mtext mrow msup msub msubsup mfrac msqrt mroot mstyle mover munder munderover mtable mtr
  mtd mspace mpadded mphantom menclose merror mmultiscripts semantics annotation`.split(/\s+/),
);

/** Whose words nobody sees on a page. */
const SILENT = new Set(
  `script style template noscript head title meta link base param source track noframes noembed
  area`.split(/\s+/),
);

/** Whether an element stands within a line. Names with a colon are Word’s and MathML’s parts of one. */
export function isInline({ tagName }: Element): boolean {
  return INLINE.has(tagName) || tagName.includes(':') || tagName.includes('-');
}

/** Whether an element holds no words of the page, whatever stands in it. */
export function isSilent({ tagName }: Element): boolean {
  return SILENT.has(tagName);
}

/** An attribute as words; empty where it is absent. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** The class names of an element. */
export function classesOf(element: Element): string[] {
  return attribute(element, 'className').split(/\s+/).filter(Boolean);
}

/** The declarations of an element’s `style`, by their names. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const declarations = attribute(element, 'style').toLowerCase().split(';');
  return new Map(
    declarations.map((declaration) => {
      const colon = declaration.indexOf(':');
      return [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
    }),
  );
}

const TOOL =
  /^(?:mw-editsection|headerlink|header-anchor|heading-anchor|anchor-?link|permalink|edit-?link|wp-block-file__button)$/i;

/** Whether an element in a line is there to do something with the page, and no part of its words. */
export function isTool(element: Element): boolean {
  return classesOf(element).some((name) => TOOL.test(name));
}

const FOR_SCREEN_READERS = new Set(
  'sr-only visually-hidden visuallyhidden screen-reader-text screen-reader screenreader-only'.split(
    ' ',
  ),
);

/** Whether a reader of the page sees nothing of an element. */
export function isHidden(element: Element): boolean {
  if (element.properties.hidden !== undefined && element.properties.hidden !== false) return true;
  if (element.tagName === 'dialog' && element.properties.open === undefined) return true;
  if (classesOf(element).some((name) => FOR_SCREEN_READERS.has(name))) return true;
  if (element.properties.style === undefined) return false;
  const style = styleOf(element);
  return (
    (style.get('display') ?? '').startsWith('none') ||
    (style.get('visibility') ?? '').startsWith('hidden') ||
    (style.get('mso-hide') ?? '').startsWith('all')
  );
}

/** The line of the document in which a node begins, from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
