import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCslPackage } from '#cite/csl-package.ts';
import { formatterIn } from '#cite/format.ts';
import { STYLES } from '#cite/styles.ts';
import { compileCache } from '#compile/cache.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { absoluteIn, citationOf } from '#exchange/citation-of.ts';
import { loadArchive } from '#pipeline.ts';
import { writeCorpus } from './corpus.ts';

/*
 * How long it takes to set the citations of all texts of a corpus, in all styles and languages:
 * first while the shapes are learnt, then when they are known.
 */

const ARTICLES = 2000;

const folder = await mkdtemp(join(tmpdir(), 'diptych-citations-'));
try {
  await writeCorpus(join(folder, 'content'), ARTICLES);
  const cache = compileCache(join(folder, 'cache'), 'bench');
  const { catalogue } = await loadArchive(filesOnDisk(join(folder, 'content')), cache);
  if (!catalogue) throw new RangeError('The corpus is no archive.');
  const { archive, articles } = catalogue;
  const entities = new Map(catalogue.entities.map((entity) => [entity.id, entity]));
  const where = { archive, entities, absolute: absoluteIn(archive.url, '/') };
  const csl = openCslPackage();
  for (const language of archive.languages) {
    const citations = articles.flatMap((article) =>
      article.texts.map((text) => citationOf(article, text, language, where)),
    );
    const start = process.cpuUsage();
    const format = formatterIn(
      language,
      STYLES.map((style) => ({ style })),
      csl,
    );
    const opened = microseconds(start);
    const [first, again] = [1, 2].map(() => {
      const before = process.cpuUsage();
      for (const citation of citations) format(citation);
      return microseconds(before) / citations.length;
    });
    process.stdout.write(
      `${language}: engines made in ${(opened / 1000).toFixed(0)} ms of CPU; ` +
        `${String(citations.length)} texts, ${(first ?? 0).toFixed(0)} µs of CPU each, then ${(again ?? 0).toFixed(0)} µs\n`,
    );
  }
} finally {
  await rm(folder, { recursive: true });
}

function microseconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
