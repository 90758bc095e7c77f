import { primaryLanguage } from '#text/language.ts';
import type { CslNode, CslPackage } from './csl-package.ts';
import { ATTACHED, TERMS } from './terms.ts';

/** The locale in which a language is set, and its tag in the package. */
export function localeIn(
  language: string,
  csl: Pick<CslPackage, 'locale' | 'locales'>,
): { readonly tag: string; readonly locale: CslNode } {
  const tag = tagFor(language, csl.locales);
  return { tag, locale: inItsTypography(csl.locale(tag), primaryLanguage(language)) };
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

/** What the locales set as in English, by language. */
const TYPOGRAPHY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: { ...guillemets(), and: `و${ATTACHED}` },
  fa: guillemets(),
};

function guillemets(): Readonly<Record<string, string>> {
  return {
    'open-quote': '«',
    'close-quote': '»',
    'open-inner-quote': '“',
    'close-inner-quote': '”',
  };
}

/** A locale with the signs of its language, with words where it has English ones, and with no comma in a date. */
function inItsTypography(locale: CslNode, language: string): CslNode {
  const signs = TYPOGRAPHY[language] ?? {};
  const words = TERMS[language] ?? {};
  const change = (node: CslNode): CslNode => {
    const name = node.name === 'term' ? (node.attrs.name ?? '') : '';
    const term = signs[name] ?? (isInLatin(node) ? words[name] : undefined);
    if (term !== undefined) return { ...node, children: [term] };
    const suffix = node.name === 'date-part' && node.attrs.suffix === '، ' ? ' ' : undefined;
    return {
      ...node,
      ...(suffix !== undefined && { attrs: { ...node.attrs, suffix } }),
      children: node.children.map((child) => (typeof child === 'string' ? child : change(child))),
    };
  };
  return change(locale);
}

function isInLatin({ children }: CslNode): boolean {
  return children.some((child) =>
    typeof child === 'string' ? /[A-Za-z]/.test(child) : isInLatin(child),
  );
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
