import { fromXml } from 'xast-util-from-xml';
import type { CslNode } from './csl-package.ts';

/** The elements of CSL whose children are words and not elements. */
const HOLD_WORDS = new Set(['term', 'single', 'multiple', 'title', 'id', 'name', 'summary']);

/**
 * A style from its file, in the form that the processor takes.
 *
 * @throws VFileMessage with the place of the fault, where the file is no XML
 * @throws RangeError where it is XML and no style
 */
export function readCslStyle(xml: string): CslNode {
  const root = fromXml(xml).children.find((node) => node.type === 'element');
  if (root?.name !== 'style') throw new RangeError('The file has no element `style`.');
  const style = toNode(root);
  for (const part of ['info', 'citation']) {
    if (!style.children.some((child) => typeof child !== 'string' && child.name === part)) {
      throw new RangeError(`The style has no element \`${part}\`.`);
    }
  }
  return style;
}

type Element = Extract<
  ReturnType<typeof fromXml>['children'][number],
  { readonly type: 'element' }
>;

function toNode({ name, attributes, children }: Element): CslNode {
  const attrs = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, value ?? '']),
  );
  return {
    name,
    attrs,
    children: children.flatMap((child): (CslNode | string)[] => {
      if (child.type === 'element') return [toNode(child)];
      if (child.type === 'text' && HOLD_WORDS.has(name) && child.value.trim() !== '') {
        return [child.value];
      }
      return [];
    }),
  };
}
