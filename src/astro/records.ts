import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Appearance, Catalogue } from '#catalogue/catalogue.ts';
import type { ArticleSummary, EntitySummary, PageSummary } from '#model/compiled.ts';
import type { FormerPage } from '#model/permanence.ts';
import type { Problem } from '#model/problem.ts';
import type { ArchiveRecord } from '#model/schema/archive.ts';
import type { LoadedArchive } from '#pipeline.ts';
import type { EditionName } from '#register/edition.ts';
import { type EditionSummary, summariseEdition } from '#register/edition-summary.ts';

/** What the content store holds: records, and never a body. */
export interface Records {
  readonly archive: ArchiveEntry;
  readonly articles: ArticleSummary;
  readonly entities: EntityEntry;
  readonly pages: PageSummary;
  readonly former: FormerPage;
  readonly editions: EditionEntry;
}

/** An edition, as the page of editions shows it; its id is its number. */
export interface EditionEntry extends EditionSummary {
  readonly id: string;
}

/** The one entry of the collection `archive`. */
export interface ArchiveEntry {
  readonly id: 'archive';
  readonly record: ArchiveRecord;
  /** Where pages find the compiled bodies. */
  readonly compiled: string;
  /** The newest edition; absent before the first. */
  readonly edition?: EditionName;
  /** What is wrong with the archive; on pages only while it is being edited. */
  readonly problems: readonly Problem[];
}

export interface EntityEntry extends EntitySummary {
  readonly appearances: readonly Appearance[];
}

/** Writes an archive’s records to files, a record a line, for the loaders of the collections. */
export async function writeRecords(
  folder: string,
  { catalogue, appearances, permanence, problems }: LoadedArchive & { catalogue: Catalogue },
  compiled: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { archive, articles, entities, pages } = catalogue;
  const last = permanence.editions.at(-1);
  const edition = last && { number: last.number, date: last.date };
  await writeLines(folder, 'archive', [
    { id: 'archive', record: archive, compiled, problems, ...(edition && { edition }) },
  ]);
  await writeLines(folder, 'former', permanence.former);
  await writeLines(
    folder,
    'editions',
    permanence.editions.map((one) => ({ id: String(one.number), ...summariseEdition(one) })),
  );
  await writeLines(folder, 'articles', articles);
  await writeLines(folder, 'pages', pages);
  await writeLines(
    folder,
    'entities',
    entities.map((entity) => ({ ...entity, appearances: appearances.get(entity.id) ?? [] })),
  );
}

async function writeLines(folder: string, name: string, records: Iterable<object>): Promise<void> {
  const path = join(folder, `${name}.jsonl`);
  const file = await open(`${path}.next`, 'w');
  try {
    for (const record of records) await file.write(`${oneLine(record)}\n`);
  } finally {
    await file.close();
  }
  await rename(`${path}.next`, path);
}

/** JSON in one line for every reader: some take U+2028 and U+2029 for ends of lines. */
function oneLine(record: object): string {
  return JSON.stringify(record).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The lines of a file of records, one at a time. */
export function readLines(folder: string, name: keyof Records): AsyncIterable<string> {
  return createInterface({ input: createReadStream(join(folder, `${name}.jsonl`), 'utf8') });
}
