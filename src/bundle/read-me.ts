import { localise } from '#catalogue/attribution.ts';
import { formatDate } from '#interface/date.ts';
import { dictionaryOf } from '#interface/dictionaries.ts';
import { fill, pluralise } from '#interface/dictionary.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import type { FolderSize } from './write-folder.ts';

/** What is true of a folder as a whole. */
export interface FolderFacts {
  readonly archive: ArchiveRecord;
  /** The newest edition; undefined before the first. */
  readonly edition: { readonly number: number; readonly date: string } | undefined;
  /** The day of which the folder is, `2026-01-02`, where that is known. */
  readonly day: string | undefined;
  /** The address of the archive where it is published. */
  readonly address: string;
  readonly size: FolderSize;
}

/**
 * What people read who open the folder with nothing but an editor: what it is, of which date, how
 * large, and how it is opened; in each interface language. For old editors of Windows it begins with
 * a byte order mark and its lines end as theirs.
 */
export function readMe(facts: FolderFacts): string {
  const parts = facts.archive.languages.map((language) => partIn(language, facts));
  return `\uFEFF${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`.replaceAll('\n', '\r\n');
}

function partIn(language: string, { archive, edition, day, address, size }: FolderFacts): string {
  const words = dictionaryOf(language);
  const title = localise(archive.title, language)?.value ?? address;
  const date = (value: string): string => formatDate(value, language);
  const state = edition
    ? [
        fill(words['edition.name'], {
          n: number(edition.number, language),
          date: date(edition.date),
        }),
      ]
    : day === undefined
      ? []
      : [fill(words['offline.date'], { date: date(day) })];
  const files = pluralise(words['offline.files'], size.files, language);
  return [
    title,
    ...state,
    `${files}${words['list.comma']}${megabytes(size.bytes, language)}`,
    '',
    words['offline.open'],
    words['offline.unpack'],
    words['offline.search'],
    '',
    words['offline.cite'],
    address,
    '',
    fill(words['site.published-by'], { name: archive.publisher.name }),
    fill(words['site.licence'], { licence: archive.licence }),
    ...(archive.contact === undefined ? [] : [`${words['site.contact']}: ${archive.contact}`]),
  ].join('\n');
}

function number(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

function megabytes(bytes: number, language: string): string {
  const format = new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: 'megabyte', unitDisplay: 'short' },
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  });
  return format.format(bytes / 1_000_000);
}
