import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Creator, Item } from './item.ts';

/*
 * Zotero’s own translators, where they are installed. They are no dependency of the project: the
 * one package that has them is of 2019 and brings old packages with it, which nobody who uses
 * Diptych should have to install. So they have a folder of their own.
 */

const FOLDER = join(import.meta.dirname, 'translators');

/** The command that installs them. */
export const HOW_TO_INSTALL =
  'npm install --ignore-scripts --no-package-lock --prefix tests/zotero/translators';

/** A page, or a file that is imported. */
export type Reading =
  { readonly html: string; readonly address: string } | { readonly file: string };

/** An item as Zotero keeps it, or a note that belongs to the item before. */
export interface Kept extends Readonly<Record<string, unknown>> {
  readonly itemType: string;
  readonly creators?: readonly (
    | { readonly creatorType: string; readonly name: string }
    | { readonly creatorType: string; readonly lastName: string; readonly firstName: string }
  )[];
}

/** What Zotero makes of a reading. */
export interface Made<Of> {
  readonly translator: string;
  readonly items: readonly Of[];
}

export function hasTranslators(): boolean {
  return existsSync(join(FOLDER, 'node_modules/zotero-translators'));
}

/** What Zotero makes of each reading, with the translator that it chose. */
export function readByZotero(readings: readonly Reading[]): readonly Made<Item>[] {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-zotero-'));
  const [from, to] = [join(folder, 'readings.json'), join(folder, 'items.json')];
  try {
    writeFileSync(from, JSON.stringify(readings));
    const program = join(import.meta.dirname, 'run-translators.ts');
    execFileSync('node', ['--no-deprecation', program, FOLDER, from, to], { stdio: 'inherit' });
    const made = JSON.parse(readFileSync(to, 'utf8')) as readonly Made<Kept>[];
    return made.map(({ translator, items }) => ({ translator, items: itemsOf(items) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What Zotero notes of itself: when and in which catalogue it found something. */
const OF_ZOTERO = ['key', 'accessDate', 'libraryCatalog'];

function itemsOf(kept: readonly Kept[]): Item[] {
  const noteOf = ({ itemType, note }: Kept): string[] =>
    itemType === 'note' && typeof note === 'string' ? [note] : [];
  return kept.flatMap((item, index): Item[] => {
    if (item.itemType === 'note') return [];
    const next = kept.findIndex(({ itemType }, at) => at > index && itemType !== 'note');
    const notes = kept.slice(index + 1, next === -1 ? undefined : next).flatMap(noteOf);
    const { itemType: type, creators = [], ...rest } = item;
    const fields = Object.entries(rest).flatMap(([name, value]) =>
      typeof value !== 'string' || OF_ZOTERO.includes(name) || isShortTitle(name, value, item.title)
        ? []
        : [[name, name === 'date' ? inDigits(value) : value] as const],
    );
    return [{ type, creators: creators.map(creatorOf), fields: Object.fromEntries(fields), notes }];
  });
}

/** Zotero shortens a title with a colon itself. */
function isShortTitle(name: string, value: unknown, title: unknown): boolean {
  return (
    name === 'shortTitle' && typeof value === 'string' && String(title).startsWith(`${value}:`)
  );
}

function creatorOf(creator: NonNullable<Kept['creators']>[number]): Creator {
  const { creatorType: type } = creator;
  if ('name' in creator) return { type, lastName: creator.name, firstName: '' };
  return { type, lastName: creator.lastName, firstName: creator.firstName };
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' }),
);

/** Of files Zotero writes days and months in words (`June 10, 1931`), of pages as they stand there. */
function inDigits(date: string): string {
  const [, name = '', day, year = ''] = /^(\w+) (?:(\d{1,2}), )?(\d{4})$/.exec(date) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return date;
  const parts = [year, String(month), ...(day === undefined ? [] : [day])];
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
