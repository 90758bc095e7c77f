import type { ArticleId, EntityId, TextId } from '#model/ids.ts';
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

export function articleAddress(article: ArticleId | string): string {
  return `${ARTICLES}${article}/`;
}

/** A text's page exists once, in the text's own language, whatever the interface language. */
export function textAddress(article: ArticleId, text: TextId): string {
  return `${ARTICLES}${article}/${text}/`;
}

export function entityAddress(entity: EntityId | string): string {
  return `${ENTITIES}${entity}/`;
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

/** Every address that the site will answer, with the file that asks for it. */
export function* allAddresses(
  catalogue: Pick<Catalogue, 'articles' | 'entities' | 'pages'>,
  languages: readonly string[],
): Generator<{ address: string; file: string }> {
  const [defaultLanguage = ''] = languages;
  const facets = facetsOf(catalogue.articles);
  for (const language of new Set(languages)) {
    const here = (address: string): string => inLanguage(address, language, defaultLanguage);
    for (const address of [HOME, ARTICLES, ENTITIES, SEARCH]) {
      yield { address: here(address), file: 'archive.yaml' };
    }
    for (const { id, folder } of catalogue.articles) {
      yield { address: here(articleAddress(id)), file: folder };
    }
    for (const facet of facets) {
      for (let page = 1; page <= pagesOf(facet); page += 1) {
        yield { address: here(facetAddress(facet.by, facet.slug, page)), file: 'archive.yaml' };
      }
    }
    for (const { id, file, record } of catalogue.entities) {
      if (pageOf(record) !== 'none') yield { address: here(entityAddress(id)), file };
    }
  }
  for (const { slug, lang, file } of catalogue.pages) {
    yield { address: inLanguage(pageAddress(slug), lang, defaultLanguage), file };
  }
  for (const { id: article, texts, pictures, folder } of catalogue.articles) {
    for (const { id, file } of texts) yield { address: textAddress(article, id), file };
    for (const picture of pictures) {
      yield { address: articleAddress(article) + picture, file: `${folder}/${picture}` };
    }
  }
}
