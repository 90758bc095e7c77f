import { facetsOf, pagesOf } from '#catalogue/facets.ts';
import { allArticles } from './collections.ts';
import { inEveryLanguage } from './view.ts';

/** The pages of every facet, in every interface language, as routes. */
export async function facetPages() {
  const facets = facetsOf(await allArticles());
  return (await inEveryLanguage()).flatMap(({ params, props }) =>
    facets.flatMap((facet) =>
      Array.from({ length: pagesOf(facet) }, (_, index) => ({
        params: {
          ...params,
          by: facet.by,
          value: index === 0 ? facet.slug : `${facet.slug}/${String(index + 1)}`,
        },
        props: { ...props, facet, page: index + 1 },
      })),
    ),
  );
}
