import type { HouseLink } from '#model/compiled.ts';
import { didYouMean, type Problem, problem } from '#model/problem.ts';
import type { Redirects } from '#model/schema/redirects.ts';
import type { AddressBook } from './address-book.ts';
import { articleAddress, isOwnFile } from './addresses.ts';

/** A link of the house with the file in which it stands. */
interface LinkInFile extends HouseLink {
  readonly file: string;
}

/** Ids that exist although what they name may have errors: links to them are not to blame. */
export interface KnownIds {
  /** What can be cited in each article. */
  readonly articles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly entities: ReadonlySet<string>;
  /** Whether the address of an article, or of a paragraph of it, leads on, or says why it is gone. */
  readonly answers: (address: string, paragraph?: string) => boolean;
}

/** References to entities, articles and paragraphs that are not there. */
export function checkReferences(references: readonly LinkInFile[], known: KnownIds): Problem[] {
  return references.flatMap((reference) => {
    const { to, id, paragraph, file, line } = reference;
    if (to === 'entity') return known.entities.has(id) ? [] : [unknownEntity(reference, known)];
    if (known.answers(articleAddress(id), paragraph)) return [];
    const place = { file, line };
    const paragraphs = known.articles.get(id);
    if (!paragraphs) {
      const hint = didYouMean(id, known.articles.keys(), 'Look for its folder below `articles/`.');
      return [problem(place, 'unknown-article', { article: id, hint })];
    }
    if (paragraph === undefined || paragraphs.has(paragraph)) return [];
    const hint = didYouMean(paragraph, paragraphs, 'Copy the id from the paragraph’s marker.');
    return [problem(place, 'unknown-paragraph', { article: id, paragraph, hint })];
  });
}

function unknownEntity({ id, file, line }: LinkInFile, known: KnownIds): Problem {
  const otherwise = `Write \`entities/${id}.md\`; a publisher or holder that is no entity has a capital or a space in its name.`;
  const hint = didYouMean(id, known.entities, otherwise);
  return problem({ file, line }, 'unknown-entity', { entity: id, hint });
}

/**
 * Addresses that are used twice, and redirects that lead nowhere.
 *
 * @param redirected the line of each address in `redirects.yaml`
 */
export function checkAddresses(
  { owners, problems: twice }: AddressBook,
  redirects: Redirects,
  redirected: ReadonlyMap<string, number>,
): Problem[] {
  const problems = [...twice];
  for (const [address, line] of redirected) {
    const own = isOwnFile(address, (page) => owners.has(page)) ? 'archive.yaml' : undefined;
    const other = owners.get(address) ?? owners.get(`${address}/`) ?? own;
    if (other === undefined) continue;
    problems.push(problem({ file: 'redirects.yaml', line }, 'redirect-in-use', { address, other }));
  }
  for (const [address, redirect] of Object.entries(redirects)) {
    if (!('to' in redirect)) continue;
    const [to = ''] = redirect.to.split('#');
    const leadsSomewhere = owners.has(to) || (redirected.has(to) && to !== address);
    if (leadsSomewhere) continue;
    const place = { file: 'redirects.yaml', line: redirected.get(address) ?? 1 };
    const hint = didYouMean(to, owners.keys(), 'Write the address where the page stands now.');
    problems.push(problem(place, 'redirect-to-nowhere', { to: redirect.to, hint }));
  }
  return problems;
}
