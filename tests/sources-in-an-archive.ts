import type { Citation } from '#cite/citation.ts';
import type { ArchiveFiles } from '#compile/files.ts';
import { absoluteIn, citationOf, languageOfFiles } from '#exchange/citation-of.ts';
import type { EntitySummary } from '#model/compiled.ts';
import { loadArchive } from '../src/pipeline.ts';
import { cacheInMemory } from './cache-in-memory.ts';

/** A text as a source that is cited, with the language of its files. */
export interface Source {
  readonly citation: Citation;
  readonly language: string;
}

/** Every text of an archive as a source, by `<article>/<text>`. */
export async function sourcesIn(files: ArchiveFiles): Promise<ReadonlyMap<string, Source>> {
  const { catalogue } = await loadArchive(files, cacheInMemory().cache);
  if (!catalogue) throw new Error('The archive cannot be read.');
  const where = {
    archive: catalogue.archive,
    entities: new Map<string, EntitySummary>(catalogue.entities.map((one) => [one.id, one])),
    absolute: absoluteIn(catalogue.archive.url, '/'),
  };
  return new Map(
    catalogue.articles.flatMap((article) =>
      article.texts.map((text): [string, Source] => {
        const language = languageOfFiles(text, where);
        const citation = citationOf(article, text, language, where);
        return [`${article.id}/${text.id}`, { citation, language }];
      }),
    ),
  );
}
