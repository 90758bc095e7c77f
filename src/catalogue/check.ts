import type { HouseLink } from '#model/compiled.ts';
import { LEDE, TITLE } from '#model/ids.ts';
import { didYouMean, type Problem, problem } from '#model/problem.ts';
import { allAddresses } from './addresses.ts';
import type { Catalogue } from './catalogue.ts';

/** A link of the house with the file in which it stands. */
interface LinkInFile extends HouseLink {
  readonly file: string;
}

/** Ids that exist although what they name has errors of its own: links to them are not to blame. */
export interface KnownIds {
  readonly articles: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

/** What is wrong between the parts of an archive: dead references, addresses used twice. */
export function checkCatalogue(
  catalogue: Catalogue,
  references: readonly LinkInFile[],
  known: KnownIds,
  redirectLine: (address: string) => number,
): Problem[] {
  return [
    ...checkReferences(catalogue, references, known),
    ...checkAddresses(catalogue, redirectLine),
  ];
}

function checkReferences(
  { articles }: Catalogue,
  references: readonly LinkInFile[],
  known: KnownIds,
): Problem[] {
  const byId = new Map<string, (typeof articles)[number]>(
    articles.map((article) => [article.id, article]),
  );
  return references.flatMap(({ to, id, paragraph, file, line }) => {
    const place = { file, line };
    if (to === 'entity') {
      if (known.entities.has(id)) return [];
      const otherwise = `Write \`entities/${id || 'name'}.md\`, or write a name that is not an id (with a capital or a space).`;
      const hint = didYouMean(id, known.entities, otherwise);
      return [problem(place, 'unknown-entity', { entity: id, hint })];
    }
    if (!known.articles.has(id)) {
      const hint = didYouMean(id, known.articles, 'Look for its folder below `articles/`.');
      return [problem(place, 'unknown-article', { article: id, hint })];
    }
    const article = byId.get(id);
    if (!article || paragraph === undefined || paragraph === TITLE || paragraph === LEDE) return [];
    const ids = article.texts.flatMap((text) => text.ids);
    if (ids.some((one) => one === paragraph)) return [];
    const hint = didYouMean(paragraph, ids, 'Copy the id from the marker of the paragraph.');
    return [problem(place, 'unknown-paragraph', { article: id, paragraph, hint })];
  });
}

function checkAddresses(
  catalogue: Catalogue,
  redirectLine: (address: string) => number,
): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { address, file } of allAddresses(catalogue)) {
    const other = owners.get(address);
    if (other === undefined) owners.set(address, file);
    else problems.push(problem({ file, line: 1 }, 'address-twice', { address, other }));
  }
  for (const address of Object.keys(catalogue.redirects)) {
    const other = owners.get(address);
    if (other === undefined) continue;
    const place = { file: 'redirects.yaml', line: redirectLine(address) };
    problems.push(problem(place, 'address-twice', { address, other }));
  }
  return problems;
}
