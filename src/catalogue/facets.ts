/** By what articles are browsed, besides their date. */
export const FACETS = ['kind', 'language'] as const;
export type FacetBy = (typeof FACETS)[number];

/** What is asked of an article to find its facets. */
export interface Browsed {
  readonly record: { readonly kind?: string | undefined };
  readonly texts: readonly { readonly lang: string }[];
}

/** The articles that have something in common. */
export interface Facet<Article extends Browsed> {
  readonly by: FacetBy;
  /** A kind as the editor wrote it, or a language tag. */
  readonly value: string;
  /** The segment of its address. */
  readonly slug: string;
  readonly articles: readonly Article[];
}

/** How many articles stand on one page of a facet. */
export const ARTICLES_ON_A_PAGE = 100;

const VALUES: Readonly<Record<FacetBy, (article: Browsed) => readonly string[]>> = {
  kind: ({ record: { kind } }) => (kind === undefined ? [] : [kind]),
  language: ({ texts }) => texts.map(({ lang }) => lang),
};

/** The facets of an archive: by kind and by language, those with most articles first. */
export function facetsOf<Article extends Browsed>(articles: readonly Article[]): Facet<Article>[] {
  return FACETS.flatMap((by) => {
    const groups = new Map<string, { value: string; articles: Set<Article> }>();
    for (const article of articles) {
      for (const value of VALUES[by](article)) {
        const slug = slugOf(value);
        const group = groups.get(slug) ?? { value, articles: new Set<Article>() };
        groups.set(slug, group);
        group.articles.add(article);
      }
    }
    return [...groups]
      .filter(([slug]) => slug !== '')
      .map(([slug, group]) => ({ by, slug, value: group.value, articles: [...group.articles] }))
      .sort((a, b) => b.articles.length - a.articles.length || (a.slug < b.slug ? -1 : 1));
  });
}

/** The pages of a facet, from 1. There is always a first. */
export function pagesOf({ articles }: Pick<Facet<Browsed>, 'articles'>): number {
  return Math.max(1, Math.ceil(articles.length / ARTICLES_ON_A_PAGE));
}

/** The articles of one page of a facet. */
export function articlesOnPage<Article extends Browsed>(
  { articles }: Facet<Article>,
  page: number,
): readonly Article[] {
  return articles.slice((page - 1) * ARTICLES_ON_A_PAGE, page * ARTICLES_ON_A_PAGE);
}

function slugOf(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
