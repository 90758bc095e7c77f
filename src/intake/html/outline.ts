import type { Element, Root } from 'hast';
import { attribute } from './element.ts';

/** A page as a numbered list of its elements, so that what stands where costs no walk. */
export interface Outline {
  /** The links of the page, in order. */
  readonly links: readonly Element[];
  readonly headings: readonly Element[];
  /** By `id` or `name`; the first where there are several. */
  readonly byName: ReadonlyMap<string, Element>;
  readonly parentOf: (element: Element) => Element | undefined;
  /** The number of an element, counted from the beginning of the page. */
  readonly orderOf: (element: Element) => number;
  /** The number of the last element within an element. */
  readonly endOf: (element: Element) => number;
}

/** Numbers the elements of a page. */
export function outlineOf(tree: Root): Outline {
  const links: Element[] = [];
  const headings: Element[] = [];
  const byName = new Map<string, Element>();
  const places = new Map<Element, { parent: Element | undefined; order: number; end: number }>();
  const visit = (element: Element, parent: Element | undefined): void => {
    const place = { parent, order: places.size, end: 0 };
    places.set(element, place);
    for (const name of [attribute(element, 'id'), attribute(element, 'name')]) {
      if (name !== '' && !byName.has(name)) byName.set(name, element);
    }
    if (element.tagName === 'a') links.push(element);
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element);
    for (const child of element.children) if (child.type === 'element') visit(child, element);
    place.end = places.size - 1;
  };
  for (const child of tree.children) if (child.type === 'element') visit(child, undefined);
  return {
    links,
    headings,
    byName,
    parentOf: (element) => places.get(element)?.parent,
    orderOf: (element) => places.get(element)?.order ?? -1,
    endOf: (element) => places.get(element)?.end ?? -1,
  };
}
