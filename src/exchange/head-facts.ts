import {
  type Citation,
  type CitedName,
  type CitedType,
  nameInOrder,
  shown,
} from '#cite/citation.ts';
import { shownDay } from '#cite/date-parts.ts';
import { notesOf, originalLines } from '#cite/notes.ts';
import { remembered } from '#text/remembered.ts';
import { knownDate } from './plain-date.ts';

/** A `<meta>` of a page’s head. */
export type HeadFact =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string };

/** What the page adds to the record of its text. */
export interface HeadPage {
  /** The title as the archive gives it: with who said it before it. */
  readonly title: string;
  /** The permanent address of the page. */
  readonly url: string;
  /** The language of the page. */
  readonly language: string;
}

/** Zotero’s item types, and its field for the kind of thing where the type has one. */
const ITEM_TYPES: Readonly<Record<CitedType, { readonly type: string; readonly kind?: string }>> = {
  article: { type: 'newspaperArticle' },
  report: { type: 'report', kind: 'z:reportType' },
  // Zotero reads no RIS as its `document`, and every format as a manuscript of some type.
  document: { type: 'manuscript', kind: 'z:manuscriptType' },
};

/**
 * What reference managers read in a page, in the one mixture that Zotero’s translators take whole:
 * Dublin Core, its own `z:` and Open Graph. Never `citation_*`, COinS, `dc.description`,
 * `dc.coverage` or a time of publication, each of which makes them lose or invent a fact; and no
 * description where the text has no lede, because they take any description for an abstract.
 */
export function headFacts(citation: Citation, page: HeadPage): HeadFact[] {
  const { abstract, issued, translators, container, rights } = citation;
  const named = (name: string, content: string | undefined): HeadFact[] =>
    content === undefined ? [] : [{ name, content }];
  const graph = (property: string, content: string | undefined): HeadFact[] =>
    content === undefined ? [] : [{ property, content }];
  const words = abstract && shown(abstract);
  const { type, kind } = ITEM_TYPES[citation.type];
  const day = issued && knownDate(issued);
  const extra = [
    ...(citation.romanisedTitle === undefined
      ? []
      : [`Title Romanised: ${citation.romanisedTitle}`]),
    ...originalLines(citation),
    ...notesOf(citation, page.language),
  ];
  return [
    ...named('description', words),
    ...named('dc.title', shown(citation.title)),
    ...citation.authors.flatMap((author) => named('dc.creator', authorIn(author, citation))),
    ...named('dc.publisher', citation.type === 'article' ? undefined : shown(container)),
    ...named('dc.language', citation.lang),
    ...named(
      'dc.rights',
      rights && [rights.status, rights.holder, rights.address].filter(Boolean).join(', '),
    ),
    ...named('dcterms.issued', issued && shownDay(issued)),
    ...named('dcterms.abstract', words),
    ...named('z:itemType', type),
    ...(kind === undefined ? [] : named(kind, citation.genre)),
    ...(translators.kind === 'people' ? translators.names : []).flatMap((name) =>
      named('z:translators', nameIn(name)),
    ),
    ...named('z:publicationTitle', citation.type === 'article' ? shown(container) : undefined),
    ...named('z:date', issued && shownDay(issued)),
    ...named('z:archive', citation.archive),
    ...named('z:archiveLocation', citation.number),
    ...named('z:extra', extra.length > 0 ? extra.join('\n') : undefined),
    ...graph('og:type', 'article'),
    ...graph('og:title', page.title),
    ...graph('og:description', words),
    ...graph('og:url', page.url),
    ...graph('og:site_name', citation.archive),
    ...graph('og:locale', localeOf(page.language)),
    ...graph('article:published_time', day?.length === 10 ? day : undefined),
  ];
}

function authorIn(name: CitedName, { areAuthorsSupplied }: Citation): string {
  return nameIn(areAuthorsSupplied ? { whole: `[${nameInOrder(name)}]` } : name);
}

/**
 * `Family, Given`; what is not divided ends in a comma and holds none, nor an Arabic
 * one, at which Zotero divides as well. Brackets at the ends stand
 * between joiners of no width (U+2060), because Zotero’s `cleanAuthor` strips them and would take
 * what the editor inferred for known.
 */
function nameIn(name: CitedName): string {
  if ('whole' in name) {
    const undivided = name.whole.replaceAll(/\s*[,،]\s*/g, ' ');
    return `${undivided.replace(/^(?=\[)|(?<=\])$/g, '\u2060')},`;
  }
  return `${name.family}, ${name.given ?? ''}`.trim();
}

/** Open Graph wants a territory: where the tag has none, the one with most speakers (CLDR). */
const localeOf = remembered((tag): string => {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
});
