import type { ArticleSummary, EntitySummary, PageSummary } from '#model/compiled.ts';
import { type Problem, problem } from '#model/problem.ts';
import { pageOf } from '#model/schema/entity.ts';
import { allAddresses, hasHistoryPage } from './addresses.ts';
import type { Catalogue } from './catalogue.ts';
import { facetValues } from './facets.ts';

/** What asks for addresses. */
export interface Asking extends Pick<Catalogue, 'articles' | 'entities' | 'pages'> {
  readonly languages: readonly string[];
}

/** The addresses of a site, and who asks for them. */
export interface AddressBook {
  /** The file that asks for each address; the same map while nothing of it changes. */
  readonly owners: ReadonlyMap<string, string>;
  /** Addresses for which two files ask. */
  readonly problems: readonly Problem[];
  readonly asking: Asking;
}

/**
 * Gathers the addresses that the site will answer; histories where it is known what was sealed.
 *
 * @param before the book of the archive before an edit: most edits leave its addresses as they are
 */
export function addressBook(asking: Asking, before?: AddressBook): AddressBook {
  if (before && asksForTheSame(before.asking, asking)) return { ...before, asking };
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { address, file } of allAddresses(asking, asking.languages)) {
    const other = owners.get(address);
    if (other === undefined) owners.set(address, file);
    else problems.push(problem({ file, line: 1 }, 'address-twice', { address, other }));
  }
  return { owners, problems, asking };
}

function asksForTheSame(a: Asking, b: Asking): boolean {
  return (
    isSame(a.languages, b.languages, String) &&
    isSame(a.articles, b.articles, ofArticle) &&
    isSame(a.entities, b.entities, ofEntity) &&
    isSame(a.pages, b.pages, ofPage)
  );
}

/** What an article asks for: its own addresses, and those of the lists on which it stands. */
function ofArticle(article: ArticleSummary): unknown {
  const { id, folder, texts, pictures } = article;
  const asked = texts.map((text) => [text.id, text.file, hasHistoryPage(text)]);
  return [id, folder, asked, pictures, facetValues(article)];
}

function ofEntity({ id, file, record }: EntitySummary): unknown {
  return [id, file, pageOf(record)];
}

function ofPage({ slug, lang, file }: PageSummary): unknown {
  return [slug, lang, file];
}

/** Whether two lists ask for the same; what was not compiled anew is the same thing. */
function isSame<One>(a: readonly One[], b: readonly One[], of: (one: One) => unknown): boolean {
  if (a.length !== b.length) return false;
  const asked = (one: One): string => JSON.stringify(of(one));
  return a.every((one, index) => {
    const other = b[index];
    return other !== undefined && (one === other || asked(one) === asked(other));
  });
}
