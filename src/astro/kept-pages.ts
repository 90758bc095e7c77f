import { createHash } from 'node:crypto';
import { globSync, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linking } from './linking.ts';
import { folderMaker } from './made-folders.ts';
import { PROJECT } from './workplace.ts';
import type { Question, TracedArchive } from './traced-archive.ts';

/** Pages of the former site that need not be made again. Files are relative to the site. */
export interface KeptPages {
  /** Puts a page of the former site into the build, if it would come out the same. Whether it did. */
  readonly takeOver: (file: string) => boolean;
  /** Notes what a page that was made anew and stands in the build has asked. */
  readonly note: (file: string, asked: Iterable<Question>) => void;
  /**
   * Puts a file into the build that is made of records alone: a link to that of the former site, if
   * it has the same content, which takes half as long as to write it. Where it is told what the
   * content depends on, it is not even made if all that is as it was.
   */
  readonly write: (file: string, make: () => string, told?: readonly Question[]) => void;
  /** Waits until all that was taken over is in its place; nothing can be taken over after that. */
  readonly settled: () => Promise<void>;
  /** Takes nothing over any more, whatever was asked for: for a build that is given up. */
  readonly stop: () => void;
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
  const pages: Record<string, PageNote> = {};
  const files: Record<string, FileNote> = {};
  /** What this build’s pages and files have asked, and its numbers in the notes. */
  const questions: (readonly [Question, string])[] = [];
  const numbers = new Map<Question, number>();
  const numberOf = (question: Question): number => {
    const known = numbers.get(question);
    if (known !== undefined) return known;
    numbers.set(question, questions.length);
    return questions.push([question, archive.digest(question)]) - 1;
  };
  const makeFolder = folderMaker(build);
  const { link, done, stop } = linking({ from: out, to: build });
  const isAsItWasLeft = (file: string, note: FileState): boolean => {
    const state = stateOf(join(out, file));
    return state?.size === note.size && state.modified === note.modified;
  };
  return {
    takeOver: (file) => {
      const note = hasSamePages ? former?.pages[file] : undefined;
      if (!note || !areSame(note.asked) || !isAsItWasLeft(file, note)) return false;
      link(file);
      const { size, modified } = note;
      const asked = note.asked.map((number) => numberOf(former?.questions[number]?.[0] ?? ''));
      pages[file] = { size, modified, asked };
      return true;
    },
    note: (file, asked) => {
      const state = stateOf(join(build, file));
      if (state) pages[file] = { ...state, asked: Array.from(asked, numberOf) };
    },
    write: (file, make, told) => {
      const last = former?.files[file];
      const note = last && isAsItWasLeft(file, last) ? last : undefined;
      const noteDown = (hash: string, { size, modified }: FileState): void => {
        files[file] = { size, modified, hash, ...(told && { asked: told.map(numberOf) }) };
      };
      if (note && told && hasSameFiles && areSame(note.asked)) {
        link(file);
        noteDown(note.hash, note);
        return;
      }
      const content = make();
      const hash = createHash('sha256').update(content).digest('base64url');
      // Whatever the software, a file of this content is this file.
      if (note?.hash === hash) {
        link(file);
        noteDown(hash, note);
        return;
      }
      makeFolder(file);
      writeFileSync(join(build, file), content);
      const state = stateOf(join(build, file));
      if (state) noteDown(hash, state);
    },
    settled: async () => {
      for (const file of await done()) {
        const state = stateOf(join(build, file));
        if (!state) continue;
        const { [file]: page } = pages;
        const { [file]: made } = files;
        if (page) pages[file] = { ...page, ...state };
        if (made) files[file] = { ...made, ...state };
      }
    },
    stop,
    remember: () => {
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
