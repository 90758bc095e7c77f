import type { Fate, FormerFile, FormerPage, FormerParagraph } from '#model/permanence.ts';
import type { Redirects } from '#model/schema/redirects.ts';
import type { Answerer } from './answer.ts';
import { filesBeside, type FormerTexts, formerTexts, pagesBeside } from './beside.ts';
import { fateOf, isSameEnd } from './fate.ts';
import { articleAbove, type Register } from './register.ts';
import { hasAll, type Standing } from './standing.ts';

/** Everything that was there and is no longer. */
export interface Former {
  /** In order of address. */
  readonly pages: readonly FormerPage[];
  readonly files: readonly FormerFile[];
  /** Paragraphs that are gone from pages that stand, by the page’s address; in order of id. */
  readonly paragraphs: ReadonlyMap<string, readonly FormerParagraph[]>;
  /** Texts that are no longer cited beside an article, by its address; in order of id. */
  readonly texts: FormerTexts;
}

/** What became of every address and paragraph that was registered or stands in `redirects.yaml`. */
export function formerAddresses(
  register: Register,
  redirects: Redirects,
  standing: Standing,
  answer: Answerer,
): Former {
  const missing = new Map<string, Map<string, Fate>>();
  for (const [address, id] of citedParagraphs(register, redirects, standing)) {
    const page = standing.get(address);
    if (page && 'has' in page && page.has(id)) continue;
    const fate = fateOf(answer, address, id);
    if (!fate) continue;
    missing.set(address, (missing.get(address) ?? new Map<string, Fate>()).set(id, fate));
  }
  const missingFrom = (address: string): FormerParagraph[] =>
    [...(missing.get(address) ?? [])]
      .map(([id, fate]) => ({ id, fate }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const addresses = new Set(
    [...register.keys(), ...missing.keys(), ...Object.keys(redirects)].filter(
      (address) => !address.includes('#') && !standing.has(address),
    ),
  );
  const main = [...addresses].sort().flatMap((id): FormerPage[] => {
    const fate = fateOf(answer, id);
    if (!fate) return [];
    const own = missingFrom(id).filter((one) => !goesAlong(one, fate));
    return [{ id, kind: kindOf(id, register, standing), fate, paragraphs: own }];
  });
  const paragraphs = new Map(
    [...missing.keys()]
      .filter((address) => standing.has(address))
      .map((address) => [address, missingFrom(address)] as const),
  );
  const texts = formerTexts(main);
  const isNew = ({ id }: { readonly id: string }): boolean => !addresses.has(id);
  const beside = main.flatMap((page) => pagesBeside(page, texts, register, answer)).filter(isNew);
  const files = main.flatMap((page) => filesBeside(page, answer)).filter(isNew);
  const pages = [...main, ...beside].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { pages, files, paragraphs, texts };
}

/**
 * The paragraphs that may be cited, each with an address: on the page of its text and of its article.
 * Those of a text that still has all of them are left out.
 */
function* citedParagraphs(
  register: Register,
  redirects: Redirects,
  standing: Standing,
): Generator<readonly [address: string, id: string]> {
  for (const [address, { ids }] of register) {
    const article = ids.length > 0 ? articleAbove(address) : undefined;
    if (article === undefined || hasAll(standing.get(address), ids)) continue;
    for (const id of ids) {
      yield [address, id];
      yield [article, id];
    }
  }
  for (const key of Object.keys(redirects)) {
    const [address = '', id] = key.split('#');
    if (id === undefined) continue;
    yield [address, id];
    const article = articleAbove(address);
    if (article !== undefined && register.has(article)) yield [article, id];
  }
}

/** Whether a paragraph went where its page went: the link to the page with its id finds it. */
function goesAlong({ id, fate }: FormerParagraph, page: Fate): boolean {
  if ('gone' in fate || 'gone' in page) {
    return 'gone' in fate && 'gone' in page && isSameEnd(fate.gone, page.gone);
  }
  const { address, paragraph } = page.moved;
  return paragraph === undefined && fate.moved.address === address && fate.moved.paragraph === id;
}

function kindOf(address: string, register: Register, standing: Standing): FormerPage['kind'] {
  if (address.startsWith('/entities/')) return 'entity';
  if (!address.startsWith('/articles/')) return register.has(address) ? 'page' : 'other';
  const article = articleAbove(address);
  const isText =
    (register.get(address)?.ids.length ?? 0) > 0 ||
    (article !== undefined && (register.has(article) || standing.has(article)));
  return isText ? 'text' : 'article';
}
