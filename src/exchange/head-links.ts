import {
  articleAddress,
  entityAddress,
  recordAddress,
  RECORD_FORMATS,
  textAddress,
} from '#catalogue/addresses.ts';
import { authorsOf } from '#cite/cite-text.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import { rightsAddress } from '#model/rights.ts';
import { pageOf } from '#model/schema/entity.ts';
import type { Whereabouts } from './citation-of.ts';

/** A `<link>` of a page’s head. */
export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly hreflang?: string;
}

/** What the page is about: some texts of an article, one of them first of all. */
export interface HeadSubject {
  readonly article: ArticleSummary;
  /** The text whose record the head gives. */
  readonly text: TextSummary;
  /** The texts that the page shows. */
  readonly texts: readonly TextSummary[];
  /** The permanent address of the page. */
  readonly url: string;
  /** Whether the page is that of the article, and not of a text alone. */
  readonly isOfArticle: boolean;
  /** The type of the text in schema.org. */
  readonly schemaType: string;
}

/**
 * The typed links of a page (FAIR Signposting, level 1): how to cite it, what it is, who wrote it,
 * under which terms, where machines find its record, and which texts belong to an article. Texts
 * have rights of their own, so terms are given only where all that is shown is under the same.
 */
export function headLinks(
  { article, text, texts, url, isOfArticle, schemaType }: HeadSubject,
  { entities, absolute }: Whereabouts,
): HeadLink[] {
  const { people, areSupplied } = authorsOf(article, text);
  const authors = people.flatMap((person) => {
    const entity = 'entity' in person ? entities.get(person.entity) : undefined;
    const isTold = entity && pageOf(entity.record) !== 'none' && !areSupplied;
    return isTold ? [`${absolute(entityAddress(entity.id))}#it`] : [];
  });
  const rights = new Set(texts.map(({ record }) => record.rights?.status));
  const [status] = rights;
  return [
    { rel: 'schema.dc', href: 'http://purl.org/dc/elements/1.1/' },
    { rel: 'schema.dcterms', href: 'http://purl.org/dc/terms/' },
    { rel: 'cite-as', href: url },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaType}` },
    ...authors.map((href) => ({ rel: 'author', href })),
    ...(rights.size === 1 && status !== undefined
      ? [{ rel: 'license', href: rightsAddress(status) }]
      : []),
    ...RECORD_FORMATS.map((format) => ({
      rel: 'describedby',
      type: format.type,
      href: absolute(recordAddress(article.id, text.id, format)),
    })),
    ...(isOfArticle
      ? article.texts.map(({ id }) => pageLink('item', textAddress(article.id, id)))
      : [pageLink('collection', articleAddress(article.id))]),
  ];

  function pageLink(rel: string, address: string): HeadLink {
    return { rel, type: 'text/html', href: absolute(address) };
  }
}

/**
 * The same in other languages: of each language the text that comes first. A second text of a
 * language is nothing’s alternate, because the first stands for it.
 */
export function textAlternates(
  { id, texts }: ArticleSummary,
  text: TextSummary,
  { absolute }: Whereabouts,
): HeadLink[] {
  const first = new Map<string, TextSummary>();
  for (const one of texts) if (!first.has(one.lang)) first.set(one.lang, one);
  if (first.size < 2 || first.get(text.lang) !== text) return [];
  return [...first].map(([hreflang, one]) => ({
    rel: 'alternate',
    hreflang,
    href: absolute(textAddress(id, one.id)),
  }));
}
