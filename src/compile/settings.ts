import { inFile, type Problem, problem } from '#model/problem.ts';
import { type ArchiveRecord, archiveSchema } from '#model/schema/archive.ts';
import { type Redirects, redirectsSchema } from '#model/schema/redirects.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { readRecord } from './record.ts';
import { contactRule, languagesRule } from './rules.ts';

/** Reads `archive.yaml`; without it there is no archive. */
export async function readArchiveRecord(
  files: ArchiveFiles,
): Promise<{ record: ArchiveRecord | null; problems: Problem[] }> {
  const file = 'archive.yaml';
  const bytes = await files.read(file);
  if (!bytes) return { record: null, problems: [problem({ file, line: 1 }, 'no-archive', {})] };
  const { text, problems } = decode(bytes);
  if (text === null) return { record: null, problems: inFile(file, problems) };
  const read = readRecord(text, 1, archiveSchema, [languagesRule, contactRule]);
  return { record: read.record, problems: inFile(file, read.problems) };
}

/** Where redirects stand in `redirects.yaml`. */
export interface RedirectsFile {
  readonly redirects: Redirects;
  readonly lineOf: (address: string) => number;
}

/** Reads `redirects.yaml`. */
export async function readRedirects(
  files: ArchiveFiles,
): Promise<{ file: RedirectsFile | null; problems: Problem[] }> {
  const file = 'redirects.yaml';
  const { text, problems } = decode((await files.read(file)) ?? new Uint8Array());
  if (text === null) return { file: null, problems: inFile(file, problems) };
  const { record, lineOf, problems: found } = readRecord(text, 1, redirectsSchema);
  return {
    file: record && { redirects: record, lineOf: (address) => lineOf([address]) },
    problems: inFile(file, found),
  };
}
