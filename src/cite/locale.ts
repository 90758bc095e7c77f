import { primaryLanguage } from '#text/language.ts';
import type { CslNode, CslPackage } from './csl-package.ts';

/** The locale in which a language is set, and its tag in the package. */
export function localeIn(
  language: string,
  csl: Pick<CslPackage, 'locale' | 'locales'>,
): { readonly tag: string; readonly locale: CslNode } {
  const tag = tagFor(language, csl.locales);
  return { tag, locale: withQuotes(csl.locale(tag), language) };
}

/** The locale of a language; where there are several, the one whose style manuals these are. */
function tagFor(language: string, locales: readonly string[]): string {
  const primary = primaryLanguage(language);
  return (
    locales.find((tag) => tag === language) ??
    (primary === 'en' ? 'en-US' : undefined) ??
    locales.find((tag) => tag === primary || primaryLanguage(tag) === primary) ??
    'en-US'
  );
}

/** Arabic and Persian quote in guillemets; the locales have typewriter signs. */
function withQuotes(locale: CslNode, language: string): CslNode {
  if (!['ar', 'fa'].includes(primaryLanguage(language))) return locale;
  const quotes: Readonly<Record<string, string>> = {
    'open-quote': '«',
    'close-quote': '»',
    'open-inner-quote': '“',
    'close-inner-quote': '”',
  };
  const change = (node: CslNode): CslNode => {
    const quote = node.name === 'term' ? quotes[node.attrs.name ?? ''] : undefined;
    if (quote !== undefined) return { ...node, children: [quote] };
    return {
      ...node,
      children: node.children.map((child) => (typeof child === 'string' ? child : change(child))),
    };
  };
  return change(locale);
}

/** The names of months in a locale, long and short, as patterns; the longest first. */
export function monthsIn(node: CslNode): string[] {
  const collect = (one: CslNode): string[] =>
    one.name === 'term' && /^month-\d\d$/.test(one.attrs.name ?? '')
      ? one.children.filter((child) => typeof child === 'string')
      : one.children.flatMap((child) => (typeof child === 'string' ? [] : collect(child)));
  return [...new Set(collect(node))]
    .sort((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name));
}
