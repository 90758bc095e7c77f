import { decode } from '#compile/decode.ts';
import { sha256Of } from '#compile/digest.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { inFile, isError, type Place, type Problem, problem } from '#model/problem.ts';
import { type Edition, EDITIONS_FOLDER, editionFile, readEdition } from './edition.ts';
import {
  EDITION_LIST_FILE,
  editionDigest,
  type ListedEdition,
  readEditionList,
} from './edition-list.ts';
import { readHistory, type TextHistory } from './history.ts';
import { readRegister, type Register, REGISTER_FILE } from './register.ts';

/** What was sealed of an archive, without the histories of its texts. */
export interface SealedArchive {
  readonly register: Register;
  /** The first one first; empty before the first `seal`. */
  readonly editions: readonly Edition[];
  readonly problems: readonly Problem[];
}

/** Reads the register and the editions of an archive; each may be missing. */
export async function readSealed(files: ArchiveFiles): Promise<SealedArchive> {
  const { text, problems } = await wordsOf(files, REGISTER_FILE);
  const { register, problems: own } = readRegister(text ?? '');
  const { editions, problems: ofEditions } = await readEditions(files, register);
  return {
    register,
    editions,
    problems: [...problems, ...inFile(REGISTER_FILE, own), ...ofEditions],
  };
}

/** The editions, held against the list of them and against the register. */
async function readEditions(
  files: ArchiveFiles,
  register: Register,
): Promise<{ editions: Edition[]; problems: Problem[] }> {
  const editions: Edition[] = [];
  const problems: Problem[] = [];
  const { text, problems: unreadable } = await wordsOf(files, EDITION_LIST_FILE);
  const { listed, problems: ofList } = readEditionList(text ?? '');
  problems.push(...unreadable, ...inFile(EDITION_LIST_FILE, ofList));
  const numbers = ((await files.list(EDITIONS_FOLDER)) ?? [])
    .flatMap(({ name }) => /^([1-9]\d*)\.txt$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  for (const number of numbers) {
    const file = editionFile(number);
    const { text, problems: unreadable } = await wordsOf(files, file);
    const { edition, problems: own } = readEdition(text ?? '', number);
    problems.push(...unreadable, ...inFile(file, own));
    if (edition) editions.push(edition);
  }
  problems.push(
    ...missingEditions(numbers, listed),
    ...changedEditions(editions, listed),
    ...unlistedEditions(numbers, listed),
  );
  if (numbers.length === 0 && listed.length === 0 && register.size > 0) {
    problems.push(problem({ file: REGISTER_FILE, line: 1 }, 'no-editions', {}));
  }
  return { editions, problems };
}

/** Editions that the list names, or that another one follows, and that are not there. */
function missingEditions(
  numbers: readonly number[],
  listed: readonly ListedEdition[],
): readonly Problem[] {
  const present = new Set(numbers);
  const lines = new Map(listed.map(({ number, line }) => [number, line]));
  const places = new Map<number, Place>();
  for (const number of [...lines.keys(), ...present]) {
    const line = lines.get(number);
    const place = line ? { file: EDITION_LIST_FILE, line } : { file: editionFile(number), line: 1 };
    if (!present.has(number)) places.set(number, place);
    const before = number - 1;
    if (before > 0 && !present.has(before) && !lines.has(before)) places.set(before, place);
  }
  return [...places].map(([missing, place]) =>
    problem(place, 'edition-missing', { missing: String(missing) }),
  );
}

/** The first edition that the list does not name; the next `seal` names all that are there. */
function unlistedEditions(
  numbers: readonly number[],
  listed: readonly ListedEdition[],
): readonly Problem[] {
  const known = new Set(listed.map(({ number }) => number));
  const first = numbers.find((number) => !known.has(number));
  if (first === undefined) return [];
  const place = { file: EDITION_LIST_FILE, line: 1 };
  return [problem(place, 'edition-unlisted', { edition: String(first) })];
}

/** Editions that are not what the list says of them. */
function changedEditions(
  editions: readonly Edition[],
  listed: readonly ListedEdition[],
): readonly Problem[] {
  const byNumber = new Map(listed.map((one) => [one.number, one]));
  return editions.flatMap((edition) => {
    const file = editionFile(edition.number);
    const said = byNumber.get(edition.number);
    const isSame = said?.sha256 === editionDigest(edition) && said.date === edition.date;
    if (!said || isSame) return [];
    return [problem({ file, line: 1 }, 'edition-changed', { line: String(said.line) })];
  });
}

/** What was read of the history of a text. */
export interface HistoryRead {
  /** Null where the text was never sealed, or the file has errors. */
  readonly history: TextHistory | null;
  /** SHA-256 of the file; empty where there is none. */
  readonly digest: string;
  readonly problems: readonly Problem[];
}

/** Reads the history of a text. */
export async function readTextHistory(files: ArchiveFiles, file: string): Promise<HistoryRead> {
  const { text, problems } = await wordsOf(files, file);
  if (text === null) return { history: null, digest: '', problems };
  const { history, problems: own } = readHistory(text);
  return { history, digest: sha256Of(text), problems: inFile(file, own) };
}

/** The words of a file of ours; direction marks in it are those of texts, which are named there. */
async function wordsOf(
  files: ArchiveFiles,
  file: string,
): Promise<{ text: string | null; problems: Problem[] }> {
  const bytes = await files.read(file);
  if (!bytes) return { text: null, problems: [] };
  const { text, problems } = decode(bytes);
  return { text, problems: inFile(file, problems.filter(isError)) };
}
