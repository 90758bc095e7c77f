import { isLanguageTag } from '#model/language.ts';
import { inFile, type Problem, problem } from '#model/problem.ts';
import { type ArchiveRecord, archiveSchema } from '#model/schema/archive.ts';
import { isAddress, type Redirects, redirectsSchema } from '#model/schema/redirects.ts';
import { decode } from './decode.ts';
import type { ArchiveFiles } from './files.ts';
import { readRecord } from './record.ts';
import { contactRule, languagesRule, redirectsRule } from './rules.ts';

/** `archive.yaml` as it was read. */
export interface Settings {
  /** Null where it has errors. */
  readonly record: ArchiveRecord | null;
  /** The interface languages as they are written, whatever else is wrong. */
  readonly languages: readonly string[];
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly problems: readonly Problem[];
}

/** Reads `archive.yaml`; without it there is no archive. */
export async function readArchiveRecord(files: ArchiveFiles): Promise<Settings> {
  const file = 'archive.yaml';
  const nothing = { record: null, languages: [], lineOf: () => 1 };
  const bytes = await files.read(file);
  if (!bytes) {
    return { ...nothing, problems: [problem({ file, line: 1 }, 'no-archive', {})] };
  }
  const { text, problems } = decode(bytes);
  if (text === null) return { ...nothing, problems: inFile(file, problems) };
  const read = readRecord(text, 1, archiveSchema, [languagesRule, contactRule]);
  return {
    record: read.record,
    languages: languagesIn(read.value),
    lineOf: read.lineOf,
    problems: inFile(file, [...problems, ...read.problems]),
  };
}

function languagesIn({ languages }: Readonly<Record<string, unknown>>): string[] {
  const values: readonly unknown[] = Array.isArray(languages) ? languages : [];
  return values.flatMap((value) =>
    typeof value === 'string' && isLanguageTag(value) ? [value] : [],
  );
}

/** `redirects.yaml` as it was read. */
export interface RedirectsFile {
  readonly redirects: Redirects;
  /** Every address that it speaks of, also those whose entry has errors, with their lines. */
  readonly addresses: ReadonlyMap<string, number>;
  /** Whether it speaks of an address in words that have errors. */
  readonly isUnread: (address: string) => boolean;
  readonly problems: readonly Problem[];
}

/** Reads `redirects.yaml`. Entries with errors are named; the others stand. */
export async function readRedirects(files: ArchiveFiles): Promise<RedirectsFile> {
  const file = 'redirects.yaml';
  const { text, problems } = decode((await files.read(file)) ?? new Uint8Array());
  const nothing = { redirects: {}, addresses: new Map<string, number>(), isUnread: () => false };
  if (text === null) return { ...nothing, problems: inFile(file, problems) };
  const read = readRecord(text, 1, redirectsSchema, [redirectsRule]);
  const named = inFile(file, [...problems, ...read.problems]);
  if (!read.isMap) return { ...nothing, problems: named };
  const redirects = read.record ?? entriesOf(read.value);
  const addresses = Object.keys(read.value).map((from) => [from, read.lineOf([from])] as const);
  const isUnread = (from: string): boolean => from in read.value && !(from in redirects);
  return { redirects, addresses: new Map(addresses), isUnread, problems: named };
}

/** The entries that have no errors. */
function entriesOf(written: Readonly<Record<string, unknown>>): Redirects {
  return Object.fromEntries(
    Object.entries(written).flatMap(([from, value]) => {
      const { data = {} } = redirectsSchema.safeParse({ [from]: value });
      return isAddress(from) ? Object.entries(data) : [];
    }),
  );
}
