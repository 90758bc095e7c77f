import { primaryLanguage } from '#text/language.ts';
import type { CslNode } from './csl-package.ts';

/** Languages that have no sign for “and” of their own. */
const WITHOUT_SIGN_FOR_AND: ReadonlySet<string> = new Set(['ar', 'fa', 'he']);

/**
 * A style for one source of ours at a time, in a language:
 *
 * - without what orders sources and tells them apart: one alone needs neither, and it is dear;
 * - without the words for reprints: styles take what has an original date for one, and ours is a
 *   translation or a version;
 * - with the word for “and” in a language that has no sign for it;
 * - with a space between the word “para.” and its number, which MLA’s style forgets.
 */
export function adaptStyle(style: CslNode, language: string): CslNode {
  const hasSign = !WITHOUT_SIGN_FOR_AND.has(primaryLanguage(language));
  const adapt = (node: CslNode): CslNode => {
    const isSet = node.name === 'citation' || node.name === 'bibliography';
    const attrs = Object.entries(node.attrs)
      .filter(([name]) => !(isSet && name.includes('disambiguat')))
      .map(([name, value]) => [name, name === 'and' && !hasSign ? 'text' : value] as const);
    const children = node.children.filter(
      (child) =>
        typeof child === 'string' || !((isSet && child.name === 'sort') || isReprint(child)),
    );
    const spaced = 'delimiter' in node.attrs ? children : children.map(apartFromNumber);
    return {
      name: node.name,
      attrs: Object.fromEntries(attrs),
      children: spaced.map((child) => (typeof child === 'string' ? child : adapt(child))),
    };
  };
  return adapt(style);
}

/** The word for a locator, with a space behind it where nothing else parts it from its number. */
function apartFromNumber(
  child: CslNode | string,
  at: number,
  siblings: readonly (CslNode | string)[],
): CslNode | string {
  const next = siblings[at + 1];
  if (typeof child === 'string' || next === undefined || typeof next === 'string') return child;
  const isWord = child.name === 'label' && child.attrs.form !== 'symbol' && !child.attrs.suffix;
  const isNumber = next.attrs.variable === 'locator' && !next.attrs.prefix;
  if (!isWord || child.attrs.variable !== 'locator' || !isNumber) return child;
  return { ...child, attrs: { ...child.attrs, suffix: ' ' } };
}

function isReprint({ name, attrs }: CslNode): boolean {
  return name === 'text' && /^repr(?:int(?:ed)?)?\.?$/i.test(attrs.value?.trim() ?? '');
}
