import type { Fate, FormerPage, FormerParagraph } from '#model/permanence.ts';
import type { Redirects } from '#model/schema/redirects.ts';
import type { Answerer } from './answer.ts';
import { articleAbove, type Register } from './register.ts';
import type { Standing } from './standing.ts';

/** Everything that was there and is no longer. */
export interface Former {
  /** In order of address. */
  readonly pages: readonly FormerPage[];
  /** Paragraphs that are gone from pages that stand, by the page’s address; in order of id. */
  readonly paragraphs: ReadonlyMap<string, readonly FormerParagraph[]>;
}

/** What became of every address and paragraph that was registered or stands in `redirects.yaml`. */
export function formerAddresses(
  register: Register,
  redirects: Redirects,
  standing: Standing,
  answer: Answerer,
): Former {
  const cited = paragraphsByAddress(register, redirects);
  const missing = new Map<string, readonly FormerParagraph[]>();
  for (const [address, ids] of cited) {
    const fates = [...ids].sort().flatMap((id): FormerParagraph[] => {
      const fate = fateOf(answer, address, id);
      const isHere =
        fate && 'moved' in fate && fate.moved.address === address && fate.moved.paragraph === id;
      return fate && !isHere ? [{ id, fate }] : [];
    });
    if (fates.length > 0) missing.set(address, fates);
  }
  const addresses = new Set(
    [...register.keys(), ...cited.keys(), ...Object.keys(redirects)].filter(
      (address) => !address.includes('#') && !standing.has(address),
    ),
  );
  const pages = [...addresses].sort().flatMap((id): FormerPage[] => {
    const fate = fateOf(answer, id);
    if (!fate) return [];
    const own = (missing.get(id) ?? []).filter((one) => !goesAlong(one, fate));
    return [{ id, kind: kindOf(id, register), fate, paragraphs: own }];
  });
  const paragraphs = new Map([...missing].filter(([address]) => standing.has(address)));
  return { pages, paragraphs };
}

/** The paragraphs that may be cited at each address, on the page of a text and of its article. */
function paragraphsByAddress(
  register: Register,
  redirects: Redirects,
): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>();
  const add = (address: string, id: string): void => {
    cited.set(address, (cited.get(address) ?? new Set()).add(id));
  };
  for (const [address, { ids }] of register) {
    const article = articleAbove(address);
    if (article === undefined || ids.length === 0) continue;
    for (const id of ids) {
      add(address, id);
      add(article, id);
    }
  }
  for (const key of Object.keys(redirects)) {
    const [address = '', id] = key.split('#');
    if (id === undefined) continue;
    add(address, id);
    const article = articleAbove(address);
    if (article !== undefined && register.has(article)) add(article, id);
  }
  return cited;
}

function fateOf(answer: Answerer, address: string, paragraph?: string): Fate | undefined {
  const found = answer(address, paragraph);
  if (found.as === 'gone') return { gone: found.tombstone };
  if (found.as !== 'page') return undefined;
  const { address: to, paragraph: id } = found;
  return { moved: { address: to, ...(id !== undefined && { paragraph: id }) } };
}

/** Whether a paragraph went where its page went: the link to the page with its id finds it. */
function goesAlong({ id, fate }: FormerParagraph, page: Fate): boolean {
  if ('gone' in fate || 'gone' in page) {
    return 'gone' in fate && 'gone' in page && fate.gone === page.gone;
  }
  const { address, paragraph } = page.moved;
  return paragraph === undefined && fate.moved.address === address && fate.moved.paragraph === id;
}

function kindOf(address: string, register: Register): FormerPage['kind'] {
  if (address.startsWith('/entities/')) return 'entity';
  if (!address.startsWith('/articles/')) return register.has(address) ? 'page' : 'other';
  const article = articleAbove(address);
  const isText =
    (register.get(address)?.ids.length ?? 0) > 0 ||
    (article !== undefined && register.has(article));
  return isText ? 'text' : 'article';
}
