import { remembered } from '#text/remembered.ts';
import { type Dated, dateOf } from './article.ts';

/** By what articles are browsed. */
export const FACETS = ['kind', 'language', 'publisher', 'year'] as const;
export type FacetBy = (typeof FACETS)[number];

/** What is asked of an article to find its facets. */
export interface Browsed extends Dated {
  readonly record: Dated['record'] & { readonly kind?: string | undefined };
  readonly texts: readonly (Dated['texts'][number] & {
    readonly lang: string;
    readonly record: { readonly publisher?: string | undefined };
  })[];
}

/** The year of an article without a date. */
export const UNDATED = 'undated';

/** The articles that have something in common. */
export interface Facet<Article extends Browsed> {
  readonly by: FacetBy;
  /**
   * A kind as the editor wrote it, a language tag, an entity’s id or a publisher’s name, a year as
   * EDTF has it or `UNDATED`.
   */
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
  publisher: ({ texts }) => texts.flatMap(({ record: { publisher } }) => publisher ?? []),
  year: (article) => [yearOf(dateOf(article)?.date)],
};

/** The year in which a date begins, as EDTF has it: `1868`, `186X`, `18XX`. */
export function yearOf(date: string | undefined): string {
  return /\d{4}|\d{3}X|\d{2}XX/.exec(date ?? '')?.[0] ?? UNDATED;
}

/** By what an article is browsed: its values for each of `FACETS`. */
export function facetValues(article: Browsed): readonly (readonly string[])[] {
  return FACETS.map((by) => VALUES[by](article));
}

/** The facets of an archive: those with most articles first, years from the latest. */
export function facetsOf<Article extends Browsed>(articles: readonly Article[]): Facet<Article>[] {
  const slugFor = remembered(slugOf);
  return FACETS.flatMap((by) => {
    const groups = new Map<string, { value: string; articles: Set<Article> }>();
    for (const article of articles) {
      for (const value of VALUES[by](article)) {
        const slug = slugFor(value);
        const group = groups.get(slug) ?? { value, articles: new Set<Article>() };
        groups.set(slug, group);
        group.articles.add(article);
      }
    }
    return [...groups]
      .filter(([slug]) => slug !== '')
      .map(([slug, group]) => ({ by, slug, value: group.value, articles: [...group.articles] }))
      .sort(by === 'year' ? latestFirst : mostFirst);
  });
}

type Ordered = Pick<Facet<Browsed>, 'slug' | 'articles'>;

function mostFirst(a: Ordered, b: Ordered): number {
  return b.articles.length - a.articles.length || (a.slug < b.slug ? -1 : 1);
}

/** Years of the same length are in order as words; undated articles come last. */
function latestFirst(a: Ordered, b: Ordered): number {
  if (a.slug === UNDATED) return 1;
  if (b.slug === UNDATED) return -1;
  return a.slug < b.slug ? 1 : -1;
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
