import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { nameOf } from '#catalogue/attribution.ts';
import { namesFile } from '#search/aliases.ts';
import { encodeAliases } from '#search/build/encode-aliases.ts';

/** Writes the alias table into the folder of the search bundles, and the names that filters show. */
export async function writeAliases(
  { archive, entities }: Catalogue,
  folder: string,
): Promise<void> {
  const files = new Map(encodeAliases(entities));
  for (const language of archive.languages) {
    const names = entities.map((entity) => [entity.id, nameOf(entity, language).value]);
    files.set(namesFile(language), JSON.stringify(Object.fromEntries(names)));
  }
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
