import { pagesOf } from '#catalogue/facets.ts';
import { hasHistoryPage, inLanguage } from '#catalogue/addresses.ts';
import { decoded } from '#register/host-rules.ts';
import { pageOf } from '#model/schema/entity.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { allEntities, allFacets, pagesOfMentions } from './collections.ts';
import { isOnce } from './former.ts';
import { archiveEntry } from './view.ts';

/*
 * The pages of each route: their parameters, and properties that say no more than which page it is.
 * A page asks for its records itself, when it is made: so it is known what it was made from.
 */

/** Every interface language as the parameter and property of a route `[...language]`. */
export function inEveryLanguage() {
  const { record } = archiveEntry();
  return record.languages.map((language, index) => ({
    params: { language: index === 0 ? undefined : language },
    props: { language },
  }));
}

/** Every article in every interface language. */
export function everyArticle() {
  const articles = archiveAtHand().all('articles');
  return inEveryLanguage().flatMap(({ params, props }) =>
    articles.map(({ id }) => ({ params: { ...params, article: id }, props })),
  );
}

/** What exists once for each article, whatever the interface language. */
export function everyArticleOnce() {
  return archiveAtHand()
    .all('articles')
    .map(({ id }) => ({ params: { article: id } }));
}

/** Every text of every article, once. */
export function everyText() {
  return archiveAtHand()
    .all('articles')
    .flatMap((article) =>
      article.texts.map((text) => ({ params: { article: article.id, text: text.id } })),
    );
}

/** The histories of texts that were changed after they were sealed. */
export function everyHistory() {
  return archiveAtHand()
    .all('articles')
    .flatMap((article) =>
      article.texts
        .filter(hasHistoryPage)
        .map((text) => ({ params: { article: article.id, text: text.id } })),
    );
}

/**
 * A page for every former address. What had pages in every interface language has them still; of a
 * text, and of an address that was never ours to begin with, there is one.
 */
export function formerAddresses() {
  const { languages } = archiveEntry().record;
  const [defaultLanguage = ''] = languages;
  return archiveAtHand()
    .all('former')
    .flatMap((former) => {
      // A query is no part of a file’s name.
      if (former.id.includes('?')) return [];
      const own = isOnce(former) ? [defaultLanguage] : languages;
      return own.map((language) => ({
        params: { former: pathOf(inLanguage(former.id, language, defaultLanguage)) },
        props: { address: former.id, language },
      }));
    });
}

function pathOf(address: string): string {
  return decoded(address).replaceAll(/^\/|\/$/g, '');
}

/** Every entity that has a page, in every interface language. */
export function everyEntity() {
  const entities = allEntities().filter(({ record }) => pageOf(record) !== 'none');
  return inEveryLanguage().flatMap(({ params, props }) =>
    entities.map(({ id }) => ({ params: { ...params, entity: id }, props })),
  );
}

/** Every page of every facet, in every interface language. */
export function facetPages() {
  return inEveryLanguage().flatMap(({ params, props }) =>
    allFacets().flatMap((facet) =>
      Array.from({ length: pagesOf(facet) }, (_, index) => {
        const number = String(index + 1);
        const value = index === 0 ? facet.slug : `${facet.slug}/${number}`;
        return {
          params: { ...params, by: facet.by, value },
          props: { ...props, slug: facet.slug, number },
        };
      }),
    ),
  );
}

/** The further pages of entities that are named more often than one page shows. */
export function furtherMentions() {
  const entities = allEntities().filter(({ record }) => pageOf(record) !== 'none');
  return inEveryLanguage().flatMap(({ params, props }) =>
    entities.flatMap(({ id }) =>
      Array.from({ length: pagesOfMentions(id) - 1 }, (_, index) => ({
        params: { ...params, entity: id, page: String(index + 2) },
        props,
      })),
    ),
  );
}

/** The owner’s own pages. */
export function editorialPages() {
  const [defaultLanguage] = archiveEntry().record.languages;
  return archiveAtHand()
    .all('pages')
    .map(({ slug, lang, file }) => ({
      params: { page: slug, language: lang === defaultLanguage ? undefined : lang },
      props: { file },
    }));
}
