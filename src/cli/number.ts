import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { progressOn } from '#astro/progress.ts';
import { workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { isError, type Problem, sortProblems } from '#model/problem.ts';
import { problemsToReport } from '#model/report.ts';
import { numberArchive } from '#number/archive.ts';
import type { NumberedArticle } from '#number/article.ts';
import { articleToReport, numberingToSummary } from '#number/report.ts';
import { readOptions } from './options.ts';
import { replaceFile } from './replace-file.ts';
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
  const learning = progress.phase('read', 'article');
  const files = filesOnDisk(work.content);
  const numbering = await numberArchive({ files, dice: randomInt, onRead: learning.advance });
  learning.end();

  const problems: Problem[] = [...numbering.problems];
  const done: Pick<NumberedArticle, 'numbered' | 'pairs'>[] = [];
  const reports: string[] = [];
  const aligning = progress.phase('number', 'article');
  for await (const article of numbering.articles()) {
    problems.push(...article.problems);
    write(article, work.content);
    done.push({ numbered: article.numbered, pairs: article.pairs });
    const report = articleToReport(article);
    if (report !== '') reports.push(report);
    aligning.advance(done.length, numbering.total);
  }
  aligning.end();
  release();
  for (const report of reports) process.stdout.write(`${report}\n`);
  process.stdout.write(`${numberingToSummary(done)}\n`);
  const errors = sortProblems(problems.filter(isError));
  if (errors.length === 0) return;
  process.stdout.write(`\nNot numbered, because of errors:\n${problemsToReport(errors)}\n`);
  process.exitCode = 1;
});

/** Writes an article’s changed files, unless one of them was changed meanwhile by someone else. */
function write({ changes, texts }: NumberedArticle, content: string): void {
  for (const [file, words] of changes) {
    const path = join(content, file);
    const before = texts.find((text) => text.file === file)?.source;
    if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path)) !== before) {
      throw new Error(`${file} was changed while it was being numbered. Run the command again.`);
    }
    replaceFile(path, words);
  }
}
