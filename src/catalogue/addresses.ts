import type { ArticleId, EntityId, TextId } from '#model/ids.ts';
import type { SealedText } from '#model/permanence.ts';
import { pageOf } from '#model/schema/entity.ts';
import type { Catalogue } from './catalogue.ts';
import { facetsOf, pagesOf } from './facets.ts';

/*
 * Addresses of the site, without base path, in the form of the contract: they begin and end in `/`.
 */

export const HOME = '/';
export const ARTICLES = '/articles/';
export const ENTITIES = '/entities/';
export const SEARCH = '/search/';
export const EDITIONS = '/editions/';
/** What machines can take from the archive, described for people. */
export const DATA = '/browse/data/';
/** All records of the archive, one a line. */
export const DUMP = '/archive.jsonl';

/** What stands beside a page, by what is put behind its address. */
export const CITE = 'cite/';
export const HISTORY = 'history/';
export const ROWS = 'rows.json';
export const FEED = 'feed.atom';

/** What a build writes for machines, hosts and browsers, besides what articles, entities and pages ask for. */
const OWN_FILE =
  /^\/(?:404(?:\.html)?|archive\.jsonl|feed\.atom|robots\.txt|sitemap[^/]*\.xml|_redirects|\.nojekyll|\.diptych-site\.json|(?:_assets|pagefind|hosting)(?:\/.*)?)$/;

/**
 * Whether a build writes a file of its own at an address: the page of errors, feeds, the dump, what
 * search and hosts need.
 *
 * @param owns whether a page stands at an address
 */
export function isOwnFile(address: string, owns: (address: string) => boolean): boolean {
  const path = address.replace(/\/$/, '');
  if (OWN_FILE.test(path)) return true;
  const page = /^(.*\/)(?:index\.html|feed\.atom)$/.exec(path)?.[1];
  return page !== undefined && owns(page);
}

export function articleAddress(article: ArticleId | string): string {
  return `${ARTICLES}${article}/`;
}

/** What was sealed of a text: its revisions, and the former wordings of its paragraphs. */
export function historyAddress(article: ArticleId, text: TextId): string {
  return textAddress(article, text) + HISTORY;
}

/** Whether there is more to say of a text than what it says today: it was changed after it was sealed. */
export function hasHistoryPage({ sealed }: { readonly sealed?: SealedText }): boolean {
  return sealed !== undefined && (sealed.revision > 1 || sealed.isChanged);
}

/** The article’s rows as data; they exist once, whatever the interface language. */
export function rowsAddress(article: ArticleId | string): string {
  return articleAddress(article) + ROWS;
}

/** A text's page exists once, in the text's own language, whatever the interface language. */
export function textAddress(article: ArticleId, text: TextId): string {
  return `${ARTICLES}${article}/${text}/`;
}

/** Where the texts of an article are cited, in the reader’s language; `…#<text>` one of them. */
export function citeAddress(article: ArticleId): string {
  return articleAddress(article) + CITE;
}

/** The formats in which machines are given a text’s record, by the ending of the file. */
export const RECORD_FORMATS = [
  { ending: 'csl.json', type: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON' },
  { ending: 'ris', type: 'application/x-research-info-systems', name: 'RIS' },
  { ending: 'bib', type: 'application/x-bibtex', name: 'BibLaTeX' },
  { ending: 'jsonld', type: 'application/ld+json', name: 'JSON-LD' },
] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

/** A file that holds the record of a text for machines; it exists once, as the text does. */
export function recordAddress(
  article: ArticleId,
  text: TextId,
  { ending }: Pick<RecordFormat, 'ending'>,
): string {
  return `${articleAddress(article)}${text}.${ending}`;
}

/** The feed of an archive, or of an entity, in the reader’s language. */
export function feedAddress(of: string = HOME): string {
  return of + FEED;
}

export function entityAddress(entity: EntityId | string): string {
  return `${ENTITIES}${entity}/`;
}

/** A page of an entity’s mentions, from 2: the first stands on its own page. */
export function mentionsAddress(entity: EntityId | string, page: number): string {
  return page === 1 ? entityAddress(entity) : `/browse/entities/${entity}/${String(page)}/`;
}

export function pageAddress(slug: string): string {
  return `/${slug}/`;
}

/** A page of a facet; the first has no number. */
export function facetAddress(by: string, slug: string, page = 1): string {
  return `/browse/${by}/${slug}/${page === 1 ? '' : `${String(page)}/`}`;
}

/** The same page in an interface language; the default language has no prefix. */
export function inLanguage(address: string, language: string, defaultLanguage: string): string {
  return language === defaultLanguage ? address : `/${language}${address}`;
}

/** An address that the site will answer. */
export interface Answered {
  readonly address: string;
  /** The file that asks for it. */
  readonly file: string;
  /** Whether it is a page of which search engines are told. */
  readonly isIndexed: boolean;
}

/**
 * Every address that the site will answer; histories where it is known what was sealed of the texts.
 */
export function* allAddresses(
  catalogue: Pick<Catalogue, 'articles' | 'entities' | 'pages'>,
  languages: readonly string[],
): Generator<Answered> {
  const isIndexed = true;
  const [defaultLanguage = ''] = languages;
  const facets = facetsOf(catalogue.articles);
  for (const language of new Set(languages)) {
    const here = (address: string): string => inLanguage(address, language, defaultLanguage);
    for (const address of [HOME, ARTICLES, ENTITIES, SEARCH, EDITIONS, DATA]) {
      yield { address: here(address), file: 'archive.yaml', isIndexed };
    }
    for (const { id, folder } of catalogue.articles) {
      yield { address: here(articleAddress(id)), file: folder, isIndexed };
      yield { address: here(citeAddress(id)), file: folder, isIndexed: false };
    }
    for (const facet of facets) {
      for (let page = 1; page <= pagesOf(facet); page += 1) {
        yield {
          address: here(facetAddress(facet.by, facet.slug, page)),
          file: 'archive.yaml',
          isIndexed,
        };
      }
    }
    for (const { id, file, record } of catalogue.entities) {
      if (pageOf(record) !== 'none') yield { address: here(entityAddress(id)), file, isIndexed };
    }
  }
  for (const { slug, lang, file } of catalogue.pages) {
    yield { address: inLanguage(pageAddress(slug), lang, defaultLanguage), file, isIndexed };
  }
  for (const { id: article, texts, pictures, folder } of catalogue.articles) {
    for (const text of texts) {
      const { id, file } = text;
      yield { address: textAddress(article, id), file, isIndexed };
      if (hasHistoryPage(text)) {
        yield { address: historyAddress(article, id), file, isIndexed: false };
      }
      for (const format of RECORD_FORMATS) {
        yield { address: recordAddress(article, id, format), file, isIndexed: false };
      }
    }
    yield { address: rowsAddress(article), file: folder, isIndexed: false };
    for (const picture of pictures) {
      yield {
        address: articleAddress(article) + picture,
        file: `${folder}/${picture}`,
        isIndexed: false,
      };
    }
  }
}
