import { textAddress } from '#catalogue/addresses.ts';
import type { ArticleSummary, CompiledBody, TextSummary } from '#model/compiled.ts';
import {
  type Change,
  CHANGES,
  type Edition,
  editionFile,
  editionToWords,
  sealedState,
} from './edition.ts';
import { EDITION_LIST_FILE, editionListToWords } from './edition-list.ts';
import { addRevision, historyFile, historyToWords, type TextHistory } from './history.ts';
import { REGISTER_FILE, type Register, registerToWords } from './register.ts';
import type { Standing } from './standing.ts';
import { wordsOfText } from './words.ts';

/** What an edition is made from. */
export interface SealInput {
  readonly articles: readonly ArticleSummary[];
  readonly standing: Standing;
  readonly register: Register;
  readonly editions: readonly Edition[];
  /** The day of the new edition. */
  readonly date: string;
  /** SHA-256 of a file of the archive; undefined where there is no such file. */
  readonly sha256: (file: string) => Promise<string | undefined>;
  readonly body: (text: TextSummary) => Promise<CompiledBody>;
  readonly history: (file: string) => Promise<TextHistory | null>;
}

/** An edition, and the files that it writes: paths in the archive with their words. */
export interface Sealed {
  readonly edition: Edition;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes the next edition of an archive without errors: what is new, changed and gone since the last
 * one, the history of each text that is new or changed, the list of editions, and the register with
 * every address that stands now. Null where nothing has changed.
 */
export async function sealEdition(input: SealInput): Promise<Sealed | null> {
  const { standing, editions, date } = input;
  const changes = await changesSince(sealedState(editions), standing, input.sha256);
  if (changes.length === 0) return null;
  const edition: Edition = { number: (editions.at(-1)?.number ?? 0) + 1, date, changes };

  const files = new Map<string, string>();
  for (const { article, text } of textsIn(input.articles, changes)) {
    const file = historyFile(article.id, text.id);
    const before = await input.history(file);
    const sha256 = (await input.sha256(text.file)) ?? '';
    // Moved and not changed, a text keeps its revision.
    if (before?.revisions.at(-1)?.sha256 === sha256) continue;
    const words = wordsOfText(text.record, await input.body(text));
    const after = addRevision(before, { edition: edition.number, date, sha256 }, words);
    files.set(file, historyToWords(after));
  }
  files.set(REGISTER_FILE, registerToWords(registerAll(input.register, standing)));
  files.set(editionFile(edition.number), editionToWords(edition));
  files.set(EDITION_LIST_FILE, editionListToWords([...editions, edition]));
  return { edition, files };
}

async function changesSince(
  sealed: ReadonlyMap<string, string | undefined>,
  standing: Standing,
  sha256: SealInput['sha256'],
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const [address, { file }] of standing) {
    const now = await sha256(file);
    const isNew = !sealed.has(address);
    if (!isNew && sealed.get(address) === now) continue;
    const kind = isNew ? 'new' : 'changed';
    changes.push({ kind, address, ...(now !== undefined && { sha256: now }) });
  }
  for (const address of sealed.keys()) {
    if (!standing.has(address)) changes.push({ kind: 'gone', address });
  }
  return changes.sort(
    (a, b) => CHANGES.indexOf(a.kind) - CHANGES.indexOf(b.kind) || (a.address < b.address ? -1 : 1),
  );
}

function* textsIn(
  articles: readonly ArticleSummary[],
  changes: readonly Change[],
): Generator<{ article: ArticleSummary; text: TextSummary }> {
  const addresses = new Set(changes.map(({ address }) => address));
  for (const article of articles) {
    for (const text of article.texts) {
      if (addresses.has(textAddress(article.id, text.id))) yield { article, text };
    }
  }
}

/** The register with every address that stands, and new paragraphs behind those of before. */
function registerAll(register: Register, standing: Standing): Register {
  const all = new Map(register);
  for (const [address, page] of standing) {
    const before = register.get(address) ?? { ids: [], line: 0 };
    const known = new Set<string>(before.ids);
    const ids = 'ids' in page ? page.ids.filter((id) => !known.has(id)) : [];
    all.set(address, { ...before, ids: [...before.ids, ...ids] });
  }
  return all;
}

/** How much an edition brings, in numbers: of articles, texts, entities and pages together. */
export function countChanges({ changes }: Edition): Readonly<Record<Change['kind'], number>> {
  const count = (kind: Change['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  return { new: count('new'), changed: count('changed'), gone: count('gone') };
}
