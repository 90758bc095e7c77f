import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makeArticle, withoutEntities } from './article.ts';
import { type CorpusEntities, type CorpusEntity, ENTITIES } from './entities.ts';

/** The archive of a corpus: everything but its articles. */
function archiveFiles(entities: readonly CorpusEntity[]): Map<string, string> {
  const archive = {
    title: { en: 'A corpus for the bench', ar: 'مدوّنة للقياس' },
    url: 'https://bench.example.org',
    languages: ['en', 'ar'],
    publisher: { name: 'The bench' },
    licence: 'CC0-1.0',
    contact: 'mailto:bench@example.org',
  };
  return new Map([
    ['archive.yaml', stringify(archive)],
    ['pages/about.mdx', '---\ntitle: About\n---\n\nThe words of this corpus mean nothing.\n'],
    ...entities.map((entity) => [`entities/${entity.id}.md`, entityFile(entity)] as const),
  ]);
}

function entityFile({ kind, names, short }: CorpusEntity): string {
  const [preferred, ...variants] = names.en;
  const record = {
    kind,
    names: { en: preferred, ar: names.ar[0] },
    variants: [...variants, ...names.ar.slice(1)],
    ...(short && { short: [short.en, short.ar] }),
    description: { en: `Stands in the corpus of the bench as a ${kind}.` },
    description_source: 'The bench',
    page: 'full',
  };
  return `---\n${stringify(record)}---\n`;
}

/** What a corpus is to have beside articles. */
export interface CorpusOptions {
  readonly entities?: CorpusEntities;
  /** Whether they are listed: without, the texts have the same words, and nobody is known. */
  readonly isListed?: boolean;
}

/**
 * Writes an archive of so many articles in two languages into a folder. The same number gives the
 * same bytes; of two corpora that name the same entities the larger holds the smaller.
 */
export async function writeCorpus(
  folder: string,
  articles: number,
  { entities = ENTITIES, isListed = true }: CorpusOptions = {},
): Promise<void> {
  for (const [file, words] of archiveFiles(isListed ? entities.all : [])) {
    await write(join(folder, file), words);
  }
  for (let number = 0; number < articles; number += 1) {
    const { id, files } = makeArticle(number, entities);
    for (const [file, words] of files) {
      const own = isListed ? words : withoutEntities(words, entities);
      await write(join(folder, 'articles', id, file), own);
    }
  }
}

async function write(path: string, words: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, words);
}
