import type { Fate, FormerFile, FormerPage, FormerParagraph } from '#model/permanence.ts';
import type { Redirects, Tombstone } from '#model/schema/redirects.ts';
import { CITE, FEED, RECORD_FORMATS, ROWS } from '#catalogue/addresses.ts';
import type { Answerer } from './answer.ts';
import { articleAbove, type Register } from './register.ts';
import type { Standing } from './standing.ts';

const RECORDS = RECORD_FORMATS.map(({ ending }) => `.${ending}`);

/** Everything that was there and is no longer. */
export interface Former {
  /** In order of address. */
  readonly pages: readonly FormerPage[];
  readonly files: readonly FormerFile[];
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
  const missing = new Map<string, Map<string, Fate>>();
  for (const [address, id] of citedParagraphs(register, redirects)) {
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
    return [{ id, kind: kindOf(id, register), fate, paragraphs: own }];
  });
  const paragraphs = new Map(
    [...missing.keys()]
      .filter((address) => standing.has(address))
      .map((address) => [address, missingFrom(address)] as const),
  );
  const pages = [
    ...main,
    ...main.flatMap((page) => pageOfCitations(page, answer)).filter(({ id }) => !addresses.has(id)),
  ];
  const files = main
    .flatMap((page) => filesBeside(page, answer))
    .filter(({ id }) => !addresses.has(id));
  return { pages: pages.sort((a, b) => (a.id < b.id ? -1 : 1)), files, paragraphs };
}

/** The page on which the texts of a former article were cited goes where the article went. */
function pageOfCitations({ id, kind, fate }: FormerPage, answer: Answerer): FormerPage[] {
  const own = id + CITE;
  if (kind !== 'article' || !id.endsWith('/') || stands(own, answer)) return [];
  return [{ id: own, kind, fate: besideIn(fate, CITE, answer) ?? fate, paragraphs: [] }];
}

/** The files for machines that stood beside a former page. */
function filesBeside(page: FormerPage, answer: Answerer): FormerFile[] {
  const { id, kind, fate } = page;
  const files = { text: RECORDS, article: [ROWS], entity: [FEED], page: [], other: [] }[kind];
  // The files of a text stand beside its page and not in it.
  const stem = kind === 'text' ? id.replace(/\/$/, '') : id;
  return files.flatMap((file): FormerFile[] => {
    const to = besideIn(fate, file, answer, kind === 'text');
    return to && !stands(stem + file, answer) ? [{ id: stem + file, page, fate: to }] : [];
  });
}

/** What became of something beside a page: it went along, if it is there; or it is gone as well. */
function besideIn(fate: Fate, name: string, answer: Answerer, isText = false): Fate | undefined {
  if ('gone' in fate) return fate;
  const { address } = fate.moved;
  const to = (isText ? address.replace(/\/$/, '') : address) + name;
  return stands(to, answer) ? { moved: { address: to } } : undefined;
}

function stands(address: string, answer: Answerer): boolean {
  const found = answer(address);
  return found.as === 'page' && found.address === address;
}

/** The paragraphs that may be cited, each with an address: on the page of its text and of its article. */
function* citedParagraphs(
  register: Register,
  redirects: Redirects,
): Generator<readonly [address: string, id: string]> {
  for (const [address, { ids }] of register) {
    const article = ids.length > 0 ? articleAbove(address) : undefined;
    if (article === undefined) continue;
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
    return 'gone' in fate && 'gone' in page && isSameEnd(fate.gone, page.gone);
  }
  const { address, paragraph } = page.moved;
  return paragraph === undefined && fate.moved.address === address && fate.moved.paragraph === id;
}

/** An article and its texts have an end each in the file, in the same words where they went together. */
function isSameEnd(a: Tombstone, b: Tombstone): boolean {
  return a.gone === b.gone && a.date === b.date && a.copy === b.copy && a.note === b.note;
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
