import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { makeArticle } from './article.ts';
import { type CorpusEntity, ENTITIES } from './entities.ts';

/** The archive of a corpus: everything but its articles. */
function archiveFiles(): Map<string, string> {
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
    ...ENTITIES.map((entity) => [`entities/${entity.id}.md`, entityFile(entity)] as const),
  ]);
}

function entityFile({ kind, names, short }: CorpusEntity): string {
  const [preferred, ...variants] = names.en;
  const record = {
    kind,
    names: { en: preferred, ar: names.ar[0] },
    variants,
    ...(short && { short: [short.en, short.ar] }),
    description: { en: `Stands in the corpus of the bench as a ${kind}.` },
    description_source: 'The bench',
    page: 'full',
  };
  return `---\n${stringify(record)}---\n`;
}

/**
 * Writes an archive of so many articles in two languages into a folder. The same number gives the
 * same bytes; of two corpora the larger holds the smaller.
 */
export async function writeCorpus(folder: string, articles: number): Promise<void> {
  for (const [file, words] of archiveFiles()) await write(join(folder, file), words);
  for (let number = 0; number < articles; number += 1) {
    const { id, files } = makeArticle(number);
    for (const [file, words] of files) await write(join(folder, 'articles', id, file), words);
  }
}

async function write(path: string, words: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, words);
}
