import { primaryLanguage } from '#text/language.ts';
import { directionOf } from '#text/direction.ts';
import { scriptOf } from '#text/script.ts';
import type { Citation } from './citation.ts';
import type { CslNode, CslPackage, Engine } from './csl-package.ts';
import { isolate, isolatesToHtml, joinIsolates, outsideIsolates } from './isolate.ts';
import type { Style } from './styles.ts';
import type { CslItem } from './to-csl.ts';
import { citationToItem, type ItemToSet, LESS_THAN } from './to-item.ts';

/** Stands for the number of the paragraph in a set citation: the reader’s choice puts it there. */
export const ORDINAL = '\uE000';
/** Behind the address in a set citation: the anchor of the paragraph, or nothing. */
export const ANCHOR = '\uE001';

/** A citation as it is set: for a page and a word processor, and for plain text. */
export interface SetText {
  readonly html: string;
  readonly plain: string;
}

/** A source in one style. */
export interface SetCitation {
  readonly style: Style;
  /** The entry of the bibliography. It may hold `ANCHOR`. */
  readonly entry: SetText;
  /** The note, or the citation in the text. */
  readonly inText: SetText;
  /** The same for a paragraph: it holds `ORDINAL`, and may hold `ANCHOR`. */
  readonly inTextOfParagraph: SetText;
}

/** Sets citations in some styles, in the typography of one language. */
export type Formatter = (citation: Citation) => readonly SetCitation[];

/** A style with its source: a file of the archive’s own, or none where the package has it. */
export interface StyleSource {
  readonly style: Style;
  readonly source?: CslNode;
}

/**
 * Makes a formatter: one engine for each style, made once and reused (an engine takes up to half a
 * second to make).
 *
 * @throws RangeError where the package has no such style
 */
export function formatterIn(
  language: string,
  styles: readonly StyleSource[],
  csl: CslPackage,
): Formatter {
  const tag = localeFor(language, csl.locales);
  const locale = withQuotes(csl.locale(tag), language);
  const months = monthsIn(locale);
  let current: CslItem | undefined;
  const engines = styles.map(({ style, source: own }): readonly [Style, Engine] => {
    const source = own ?? csl.style(style.id);
    if (source === undefined) throw new RangeError(`There is no citation style ${style.id}.`);
    const system = {
      retrieveItem: (id: string): CslItem => {
        if (current?.id === id) return current;
        throw new RangeError(`No source ${id} is being cited.`);
      },
      retrieveLocale: (): CslNode => locale,
    };
    return [style, new csl.Engine(system, source, tag, true)];
  });
  return (citation) => {
    const set = citationToItem(citation, language);
    // Styles tell numbers from other locators, so a number stands for the number.
    const locator = numberNotIn(JSON.stringify(citation));
    // An address ends in signs that would change sides in a line that runs to the left.
    const URL = isolate(`${set.item.URL}${ANCHOR}`, directionOf(language));
    current = { ...set.item, URL };
    return engines.map(([style, engine]) => {
      engine.updateItems([citation.id]);
      const bibliography = engine.makeBibliography();
      const entry = bibliography === false ? '' : bibliography[1].join(' ');
      const finish = (html: string): SetText => toSetText(html, set, { language, months });
      return {
        style,
        entry: finish(entry),
        inText: finish(cite(engine, citation.id)),
        inTextOfParagraph: finish(cite(engine, citation.id, locator).replaceAll(locator, ORDINAL)),
      };
    });
  };
}

/** A set citation of a paragraph, or of the whole text where none is given. */
export function atParagraph(words: string, paragraph?: { id: string; ordinal: number }): string {
  return words
    .replaceAll(ORDINAL, paragraph ? String(paragraph.ordinal) : '')
    .replaceAll(ANCHOR, paragraph ? `#${paragraph.id}` : '');
}

function cite(engine: Engine, id: string, locator?: string): string {
  const item = locator === undefined ? { id } : { id, locator, label: 'paragraph' as const };
  return engine.makeCitationCluster([item]);
}

/** The locale of a language; where there are several, the one whose style manuals these are. */
function localeFor(language: string, locales: readonly string[]): string {
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

function toSetText(
  html: string,
  { bracketedYear }: ItemToSet,
  { language, months }: { readonly language: string; readonly months: readonly string[] },
): SetText {
  const bare = joinIsolates(html)
    .replaceAll(/<\/?div[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const dated = bracketedYear ? withBrackets(bare, bracketedYear, months) : bare;
  const upright = dated.replaceAll(/<i>(.*?)<\/i>/g, (whole, words: string) =>
    ['Arab', 'Hebr'].includes(scriptOf(words) ?? '') ? words : whole,
  );
  const pointed = directionOf(language) === 'rtl' ? withArabicPoints(upright) : upright;
  return {
    html: isolatesToHtml(pointed).replaceAll(LESS_THAN, '&lt;'),
    plain: toPlain(pointed).replaceAll(LESS_THAN, '<'),
  };
}

/** Puts the whole date in brackets, in whatever order a style has set it. */
function withBrackets(
  html: string,
  { set, year }: { readonly set: number; readonly year: number },
  months: readonly string[],
): string {
  const month = `(?:${months.join('|')})`;
  const before = String.raw`(?:\d{1,2}\.? ${month}[,،]? |${month} \d{1,2}[,،] |${month} )?`;
  const behind = String.raw`(?:[,،] ${month}(?: \d{1,2})?)?`;
  return html.replaceAll(
    new RegExp(`${before}${String(set)}${behind}`, 'gu'),
    (words) => `[${words.replace(String(set), String(year))}]`,
  );
}

/** The names of months in a locale, long and short, as patterns; the longest first. */
function monthsIn(node: CslNode): string[] {
  const collect = (one: CslNode): string[] =>
    one.name === 'term' && /^month-\d\d$/.test(one.attrs.name ?? '')
      ? one.children.filter((child) => typeof child === 'string')
      : one.children.flatMap((child) => (typeof child === 'string' ? [] : collect(child)));
  return [...new Set(collect(node))]
    .sort((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name));
}

/** Styles set Latin commas between parts; between parts of an Arabic line they are Arabic. */
function withArabicPoints(words: string): string {
  return outsideIsolates(words, (part) =>
    part.replaceAll(/(?<!&#?\w+)[,;](?= |$)/g, (sign) => (sign === ',' ? '،' : '؛')),
  );
}

function numberNotIn(words: string): string {
  let number = 98_741;
  while (words.includes(String(number))) number += 1;
  return String(number);
}

function toPlain(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
