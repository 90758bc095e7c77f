import { type ArticleId, isArticleId } from '#model/ids.ts';
import { scriptOf } from '#text/script.ts';
import { arabicSlugOf, shortSlug, slugOf } from './slug.ts';
import { ownWords } from './text-ids.ts';

/** What an article’s id can be made of. */
interface Naming {
  /** What the document’s address called it. */
  readonly slug?: string;
  /** The titles that are printed. */
  readonly titles: readonly string[];
  /** When it was published, if that is known. */
  readonly date?: string;
  readonly fileName: string;
  readonly sha256: string;
}

/**
 * An id for a new article: `<year>/<slug>`, from the document’s own slug, a Latin title, the name of
 * its file, an Arabic title, or its hash, in this order. Distinct from the ids that are taken.
 */
export function newArticleId(naming: Naming, isTaken: (id: string) => boolean): ArticleId {
  const year = /^\d{4}/.exec(naming.date ?? '')?.[0];
  const slug = slugFor(naming);
  const stem = year === undefined ? slug : `${year}/${slug}`;
  for (let count = 1; ; count += 1) {
    // Where the year itself is an article, nothing can stand below it.
    const bases = year === undefined ? [stem] : [stem, `${year}-${slug}`];
    for (const base of bases) {
      const id = count === 1 ? base : `${base}-${String(count)}`;
      if (isArticleId(id) && !isTaken(id)) return id;
    }
  }
}

function slugFor({ slug, titles, fileName, sha256 }: Naming): string {
  const latin = titles.find((title) => scriptOf(title) === 'Latn');
  const arabic = titles.find((title) => scriptOf(title) === 'Arab');
  const candidates = [
    slugOf(decoded(slug ?? '')),
    shortSlug(slugOf(latin ?? '')),
    ownWords(fileName),
    shortSlug(arabicSlugOf(arabic ?? '')),
  ];
  const found = candidates.find((one) => /[a-z]/.test(one) && isArticleId(one));
  return found?.slice(0, 80).replace(/-+$/, '') ?? `import-${sha256.slice(0, 8)}`;
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
