import { decode } from '#compile/decode.ts';
import { sha256Of } from '#compile/digest.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { inFile, isError, type Problem, problem } from '#model/problem.ts';
import { type Edition, EDITIONS_FOLDER, editionFile, readEdition } from './edition.ts';
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
  const { editions, problems: ofEditions } = await readEditions(files);
  return {
    register,
    editions,
    problems: [...problems, ...inFile(REGISTER_FILE, own), ...ofEditions],
  };
}

async function readEditions(
  files: ArchiveFiles,
): Promise<{ editions: Edition[]; problems: Problem[] }> {
  const editions: Edition[] = [];
  const problems: Problem[] = [];
  const numbers = ((await files.list(EDITIONS_FOLDER)) ?? [])
    .flatMap(({ name }) => /^([1-9]\d*)\.txt$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  for (const [index, number] of numbers.entries()) {
    const file = editionFile(number);
    if (number !== (numbers[index - 1] ?? 0) + 1) {
      const args = { number: String(number), missing: String((numbers[index - 1] ?? 0) + 1) };
      problems.push(problem({ file, line: 1 }, 'edition-missing', args));
    }
    const { text, problems: unreadable } = await wordsOf(files, file);
    const { edition, problems: own } = readEdition(text ?? '', number);
    problems.push(...unreadable, ...inFile(file, own));
    if (edition) editions.push(edition);
  }
  return { editions, problems };
}

/** Reads the history of a text; null where it was never sealed, or its file has errors. */
export async function readTextHistory(
  files: ArchiveFiles,
  file: string,
): Promise<{
  readonly history: TextHistory | null;
  /** SHA-256 of the file; empty where there is none. */
  readonly digest: string;
  readonly problems: readonly Problem[];
}> {
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
