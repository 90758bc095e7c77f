import { createHash } from 'node:crypto';
import {
  copyFileSync,
  globSync,
  linkSync,
  readFileSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { folderMaker } from './made-folders.ts';
import { PROJECT } from './workplace.ts';
import type { Question, TracedArchive } from './traced-archive.ts';

/** Pages of the former site that need not be made again. Files are relative to the site. */
export interface KeptPages {
  /** Puts a page of the former site into the build, if it would come out the same. Whether it did. */
  readonly takeOver: (file: string) => boolean;
  /** Notes what a page that was made anew has asked. */
  readonly note: (file: string, questions: Iterable<Question>) => void;
  /**
   * Puts a file into the build that is made of records alone: a link to that of the former site, if
   * it has the same content, which takes half as long as to write it. Where it is told what the
   * content depends on, it is not even made if all that is as it was.
   */
  readonly write: (file: string, make: () => string, questions?: readonly Question[]) => void;
  /** Writes down what the site’s pages were made from, for the next build. */
  readonly remember: () => void;
}

/** Where the former site is, the build that is to replace it, and the notes on the former one. */
export interface KeepingPlaces {
  readonly out: string;
  readonly build: string;
  readonly notes: string;
}

/** What the notes say of a page: its file as it was left, and its questions by their numbers. */
interface PageNote extends FileState {
  readonly asked: readonly number[];
}

/** By this a file is known that nobody has touched since. */
interface FileState {
  readonly size: number;
  /** Milliseconds, whole. */
  readonly modified: number;
}

/** Tells the software by which a site was made from every other. */
export interface Software {
  readonly pages: string;
  /** Of the files that are made of records alone. */
  readonly files: string;
}

interface Notes {
  readonly software: Software;
  readonly out: string;
  /** Each question with the hash of its answer. */
  readonly questions: readonly (readonly [Question, string])[];
  readonly pages: Readonly<Record<string, PageNote>>;
  /** The files that are made of records alone. */
  readonly files: Readonly<Record<string, FileNote>>;
}

/** What the notes say of a file that is made of records: how it was left, and a hash of its content. */
interface FileNote extends FileState {
  readonly hash: string;
  /** What it depends on, where that was told. */
  readonly asked?: readonly number[];
}

interface WrittenFile {
  readonly hash: string;
  readonly questions: readonly Question[] | undefined;
}

/**
 * A page is kept if the same software would give it the same answers to all that it asked, and if
 * its file is as it was left (verifying traces: Mokhov, Mitchell and Peyton Jones, “Build systems
 * à la carte”, 2018). Nothing is guessed of what a page needs: a page that asks more is made from
 * more. What a page is made from beside the answers is the software: `softwareOf`.
 */
export function keptPages(
  { out, build, notes: path }: KeepingPlaces,
  software: Software,
  archive: TracedArchive,
): KeptPages {
  const notes = readNotes(path);
  const former = notes?.out === out ? notes : undefined;
  const [hasSamePages, hasSameFiles] = [
    former?.software.pages === software.pages,
    former?.software.files === software.files,
  ];
  const isSame =
    hasSamePages || hasSameFiles
      ? former?.questions.map(([question, answer]) => archive.digest(question) === answer)
      : undefined;
  const areSame = (numbers: readonly number[] | undefined): boolean =>
    numbers?.every((number) => isSame?.[number] === true) ?? false;
  const asked = new Map<string, Iterable<Question>>();
  const written = new Map<string, WrittenFile>();
  /** What is linked stays as it was left; the rest is looked at when it is in its place. */
  const linked = new Map<string, FileState>();
  const keep = (file: string, { size, modified }: FileState): void => {
    if (linkOrCopy(join(out, file), join(build, file))) linked.set(file, { size, modified });
  };
  const stateInPlace = (file: string): FileState | undefined =>
    linked.get(file) ?? stateOf(join(out, file));
  const makeFolder = folderMaker(build);
  const isAsItWasLeft = (file: string, note: FileState): boolean => {
    const state = stateOf(join(out, file));
    return state?.size === note.size && state.modified === note.modified;
  };
  return {
    takeOver: (file) => {
      const note = hasSamePages ? former?.pages[file] : undefined;
      if (!note || !areSame(note.asked) || !isAsItWasLeft(file, note)) return false;
      makeFolder(file);
      keep(file, note);
      asked.set(
        file,
        note.asked.map((number) => former?.questions[number]?.[0] ?? ''),
      );
      return true;
    },
    note: (file, questions) => {
      asked.set(file, questions);
    },
    write: (file, make, questions) => {
      makeFolder(file);
      const last = former?.files[file];
      const note = last && isAsItWasLeft(file, last) ? last : undefined;
      if (note && questions && hasSameFiles && areSame(note.asked)) {
        written.set(file, { hash: note.hash, questions });
        keep(file, note);
        return;
      }
      const content = make();
      const hash = createHash('sha256').update(content).digest('base64url');
      written.set(file, { hash, questions });
      // Whatever the software, a file of this content is this file.
      if (note?.hash === hash) keep(file, note);
      else writeFileSync(join(build, file), content);
    },
    remember: () => {
      const numbers = new Map<Question, number>();
      const numberOf = (question: Question): number => {
        const number = numbers.get(question) ?? numbers.size;
        numbers.set(question, number);
        return number;
      };
      const pages: Record<string, PageNote> = {};
      for (const [file, questions] of asked) {
        const state = stateInPlace(file);
        if (state) pages[file] = { ...state, asked: Array.from(questions, numberOf) };
      }
      const files: Record<string, FileNote> = {};
      for (const [file, { hash, questions }] of written) {
        const state = stateInPlace(file);
        if (state)
          files[file] = { ...state, hash, ...(questions && { asked: questions.map(numberOf) }) };
      }
      const questions = Array.from(
        numbers.keys(),
        (question) => [question, archive.digest(question)] as const,
      );
      const notes: Notes = { software, out, questions, pages, files };
      writeFileSync(path, JSON.stringify(notes));
    },
  };
}

/**
 * Tells the software of pages from every other state of it: the bundled pages with everything that
 * is built into them (styles, words, settings, the owner’s MDX), the packages that are not, and the
 * versions of Node and its tables of languages.
 */
export function softwareOf(bundle: string): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const file of globSync('**/*.mjs', { cwd: bundle }).sort()) {
    const code = readFileSync(join(bundle, file), 'utf8')
      // A key that is drawn anew for each build and that only pages made on a server use.
      .replace(/"key":"[\w+/=]{44}"/, '')
      // The program that has called the command; it is built in where code asks for its environment.
      .replaceAll(/\{ _: "[^"]*" \}/g, '')
      // The name of the entry, which tells of the same.
      .replaceAll(/prerender-entry\.[\w-]{8}\.mjs/g, '');
    hash.update(`\0${nameOf(file)}\0`).update(code);
  }
  return hash.update(readFileSync(join(PROJECT, 'package-lock.json'))).digest('hex');
}

/** The name of a bundled file without what tells of its content: the content itself is hashed. */
function nameOf(file: string): string {
  return file.replace(/\.[\w-]{8}\.mjs$/, '.mjs');
}

function readNotes(path: string): Notes | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isNotes(value) ? value : undefined;
  } catch {
    // There are none, or a build was ended while it wrote them: then all pages are made.
    return undefined;
  }
}

/** Our own file: its names answer for the rest of its shape. */
function isNotes(value: unknown): value is Notes {
  if (typeof value !== 'object' || value === null || !('files' in value)) return false;
  return 'software' in value && typeof value.software === 'object' && value.software !== null;
}

function stateOf(path: string): FileState | undefined {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  return stats && { size: stats.size, modified: Math.floor(stats.mtimeMs) };
}

/**
 * A link costs a tenth of a copy; where the disk has none, or another one is meant, a copy does.
 * Whether it is a link.
 */
function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    copyFileSync(from, to);
    return false;
  }
}
