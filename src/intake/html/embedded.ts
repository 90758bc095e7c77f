import type { Element } from 'hast';
import { attribute } from './element.ts';
import { linesOf } from './lines.ts';

/** What a text cannot hold: what plays, what is filled in, and documents within the document. */
const EMBEDDED = new Set(
  `iframe frame video audio object embed applet canvas svg input select textarea button datalist
  progress meter output map bgsound`.split(/\s+/),
);

/** Whether an element is something that a text cannot hold. */
export function isEmbedded({ tagName }: Element): boolean {
  return EMBEDDED.has(tagName);
}

/** What is left of it for those who look for it: its addresses, and its words. */
export function leftOf(element: Element): string[] {
  const addresses: string[] = [];
  const look = (node: Element): void => {
    for (const name of ['src', 'data', 'poster']) {
      const address = attribute(node, name).trim();
      if (/^(?:https?:)?\/\//i.test(address)) addresses.push(`<${address.replaceAll(/\s/g, '')}>`);
    }
    for (const child of node.children) if (child.type === 'element') look(child);
  };
  look(element);
  return [...new Set(addresses), ...linesOf(element.children)];
}
