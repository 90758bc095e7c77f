import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page that stands for its type. */
export interface TypicalPage {
  /** What the type is called in file names. */
  readonly type: string;
  /** Its path below the base, without language prefix. */
  readonly path: string;
  /** Whether it exists once, in no interface language. */
  readonly isOnce: boolean;
}

/** The types of pages that an archive has many of, and how their paths and their HTML tell them. */
const MANY = [
  { type: 'article-1-text', path: /^articles\/.+\/$/, html: /\bcolumns-1\b/ },
  { type: 'article-2-texts', path: /^articles\/.+\/$/, html: /\bcolumns-2\b/ },
  { type: 'article-3-texts', path: /^articles\/.+\/$/, html: /\bcolumns-3\b/ },
  { type: 'article-many-texts', path: /^articles\/.+\/$/, html: /\bcolumns-many\b/ },
  { type: 'article-picture', path: /^articles\/.+\/$/, html: /\bclass="rows(?:[^]*)<img / },
  { type: 'text-ltr', path: /^articles\/.+\/$/, html: /"one-text"(?:[^]*)<h1 [^>]*dir="ltr"/ },
  { type: 'text-rtl', path: /^articles\/.+\/$/, html: /"one-text"(?:[^]*)<h1 [^>]*dir="rtl"/ },
  { type: 'cite', path: /^articles\/.+\/$/, html: /class="cite-page"/ },
  { type: 'entity', path: /^entities\/.+\/$/, html: /\bid="it"/ },
  { type: 'facet', path: /^browse\/.+\/$/, html: /class="browse"/ },
  { type: 'page', path: /^[^/]+\/$/, html: /class="editorial"/ },
] as const;

/** The pages of which there is one. */
const ONE = [
  { type: 'home', path: '', isOnce: false },
  { type: 'articles', path: 'articles/', isOnce: false },
  { type: 'entities', path: 'entities/', isOnce: false },
  { type: 'search', path: 'search/', isOnce: false },
  { type: 'data', path: 'browse/data/', isOnce: false },
  { type: 'missing', path: '404.html', isOnce: true },
] as const satisfies readonly TypicalPage[];

/**
 * One page of each type of a built site: of a type with many pages the largest, because it shows
 * most of what can go wrong. Types that the archive has no page of are left out.
 *
 * @param languages the further interface languages, whose pages stand under their tags
 */
export function typicalPages(site: string, languages: readonly string[]): TypicalPage[] {
  const pages = globSync('**/index.html', { cwd: site })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((path) => !languages.some((language) => path.startsWith(`${language}/`)))
    .sort()
    .map((path) => ({ path, html: readFileSync(join(site, path, 'index.html'), 'utf8') }));
  const many = MANY.flatMap(({ type, path: form, html: sign }) => {
    const some = pages.filter(({ path, html }) => form.test(path) && sign.test(html));
    const [largest] = some.sort((a, b) => b.html.length - a.html.length);
    return largest ? [{ type, path: largest.path, isOnce: type.startsWith('text') }] : [];
  });
  return [...ONE, ...many];
}
