import { isParagraphId, type ParagraphId } from '#model/ids.ts';
import { type LocalProblem, problemAt } from '#model/problem.ts';
import { isAddress } from '#model/schema/redirects.ts';

/** The file that holds the register. */
export const REGISTER_FILE = 'permalinks.txt';

/** What the register says of an address. */
export interface RegisteredAddress {
  /** The paragraph ids of a text, in order of minting; of anything else none. */
  readonly ids: readonly ParagraphId[];
  /** Where it stands in the file, from 1; 0 where it is not written yet. */
  readonly line: number;
}

/** Every address that was ever published as permanent, in the form `/articles/letter/`. */
export type Register = ReadonlyMap<string, RegisteredAddress>;

/**
 * Reads the register: an address a line, without its first slash, and behind that of a text its
 * paragraph ids. Lines that cannot be read are named; the others stand.
 */
export function readRegister(words: string): {
  readonly register: Register;
  readonly problems: readonly LocalProblem[];
} {
  const register = new Map<string, RegisteredAddress>();
  const problems: LocalProblem[] = [];
  for (const [index, content] of words.split('\n').entries()) {
    const line = index + 1;
    const [path = '', ...rest] = content.trim().split(/\s+/);
    if (path === '') continue;
    const address = `/${path}`;
    const first = register.get(address);
    const isReadable = /^[^/].*\/$/.test(path) && isAddress(address) && rest.every(isParagraphId);
    if (!isReadable) problems.push(problemAt(line, 'bad-permalink', { line: content.trim() }));
    else if (first) {
      const args = { address, first: String(first.line) };
      problems.push(problemAt(line, 'permalink-twice', args));
    } else register.set(address, { ids: rest.filter(isParagraphId), line });
  }
  return { register, problems };
}

/** The register as it is written: lines in the order of their bytes, each ended. */
export function registerToWords(register: Register): string {
  return [...register]
    .map(([address, { ids }]) => [address.slice(1), ...ids].join(' '))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((line) => `${line}\n`)
    .join('');
}

/** The paragraph ids that were ever registered for the texts of an article: none is minted again. */
export function idsOfArticle(register: Register): (article: string) => readonly ParagraphId[] {
  const byArticle = new Map<string, ParagraphId[]>();
  for (const [address, { ids }] of register) {
    const article = articleAbove(address);
    if (article === undefined || ids.length === 0) continue;
    byArticle.set(article, [...(byArticle.get(article) ?? []), ...ids]);
  }
  return (article) => byArticle.get(`/articles/${article}/`) ?? [];
}

/** The address of the article that the address of a text is below; undefined for other addresses. */
export function articleAbove(address: string): string | undefined {
  return /^(\/articles\/.+\/)[^/]+\/$/.exec(address)?.[1];
}
