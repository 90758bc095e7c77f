import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { progressOn } from '#astro/progress.ts';
import { anHourAgo, ownCacheOf, workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { isError, type Problem, sortProblems } from '#model/problem.ts';
import { problemsToReport } from '#model/report.ts';
import { numberArchive } from '#number/archive.ts';
import type { NumberedArticle } from '#number/article.ts';
import { memoryIn } from '#number/memory.ts';
import { articleToReport, numberingToSummary } from '#number/report.ts';
import { readOptions } from './options.ts';
import { replaceFiles } from './replace-files.ts';
import { run } from './run.ts';

/**
 * Writes the paragraph ids that are missing into the texts of an archive, aligned across languages.
 * Articles with errors are left as they are and named; exit status 1 if there are any.
 */
await run(async () => {
  const { content } = readOptions(process.argv.slice(2), ['content'], {});
  const work = workplaceOf(content, 'number');
  const release = takeLock(join(work.own, 'lock'), `numbering ${work.content}`);
  const progress = progressOn(process.stderr, () => performance.now());
  try {
    const files = filesOnDisk(work.content);
    const reading = progress.phase('read', 'article');
    const cache = ownCacheOf(work, 'numbered');
    const memory = memoryIn(cache);
    const numbering = await numberArchive({
      ...{ files, dice: randomInt, memory, onRead: reading.advance },
    });
    await cache.keepOnly(memory.keys, anHourAgo());
    reading.end();

    const problems: Problem[] = [...numbering.problems];
    const unwritten: string[] = [];
    const done: Pick<NumberedArticle, 'numbered' | 'pairs'>[] = [];
    const aligning = progress.phase('number', 'article');
    for await (const article of numbering.articles()) {
      problems.push(...article.problems);
      const fault = write(article, work.content);
      if (fault !== undefined) unwritten.push(fault);
      else {
        // What was not sure is told at once: no later run can tell it again.
        const report = articleToReport(article);
        if (report !== '') process.stdout.write(`${report}\n`);
        done.push({ numbered: article.numbered, pairs: article.pairs });
      }
      aligning.advance(done.length + unwritten.length, numbering.total);
    }
    aligning.end();
    const errors = sortProblems(problems.filter(isError));
    const hasErrors = errors.length > 0 || unwritten.length > 0;
    process.stdout.write(`${numberingToSummary(done, hasErrors)}\n`);
    if (!hasErrors) return;
    process.exitCode = 1;
    if (unwritten.length > 0) process.stdout.write(`\nNot written:\n${unwritten.join('\n')}\n`);
    if (errors.length > 0) {
      process.stdout.write(`\nNot numbered, because of errors:\n${problemsToReport(errors)}\n`);
    }
  } finally {
    release();
  }
});

/**
 * Writes an article’s changed files, all or none; says why where that cannot be. Nothing is written
 * where one of them was changed meanwhile by someone else.
 */
function write({ id, changes, texts }: NumberedArticle, content: string): string | undefined {
  for (const file of changes.keys()) {
    const before = texts.find((text) => text.file === file)?.source;
    const now = readFileSync(join(content, file));
    if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(now) !== before) {
      return `${id}: ${file} was changed while it was being numbered. Run the command again.`;
    }
  }
  try {
    replaceFiles(new Map([...changes].map(([file, words]) => [join(content, file), words])));
    return undefined;
  } catch (error) {
    return `${id}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
