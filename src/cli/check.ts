import { AnchorReader } from '#align/anchors.ts';
import { readBody } from '#astro/bodies.ts';
import { anHourAgo, cacheOf, ownCacheOf, workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import type { TextSummary } from '#model/compiled.ts';
import { isError, type Problem, sortProblems } from '#model/problem.ts';
import { problemsToJson, problemsToReport } from '#model/report.ts';
import { loadArchive } from '#pipeline.ts';
import { checkRows } from '#number/check-rows.ts';
import { readOptions, UsageError } from './options.ts';
import { run } from './run.ts';

/** Prints all problems of an archive without building; exit status 1 if any is an error. */
await run(async () => {
  const { content, own } = readOptions(process.argv.slice(2), ['content'], { format: 'text|json' });
  const format = own.format ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format ${format} is not known. Write --format text or --format json.`);
  }
  const work = workplaceOf(content, 'check');
  const { catalogue, problems: found } = await loadArchive(
    filesOnDisk(work.content),
    cacheOf(work),
  );
  const rows: Problem[] = [];
  const reader = new AnchorReader();
  const cache = ownCacheOf(work, 'rows');
  const keys = new Set<string>();
  for (const article of catalogue?.articles ?? []) {
    const key = cache.key('rows', JSON.stringify(article.texts));
    keys.add(key);
    const known = await cache.get(key);
    if (isProblems(known)) rows.push(...known);
    else {
      const bodyOf = (text: TextSummary) => readBody(work.compiled, text);
      const found = await checkRows(article, bodyOf, reader);
      await cache.put(key, found);
      rows.push(...found);
    }
  }
  await cache.keepOnly(keys, anHourAgo());
  const problems = sortProblems([...found, ...rows]);
  const report = format === 'json' ? problemsToJson(problems) : problemsToReport(problems);
  process.stdout.write(`${report}\n`);
  if (problems.some(isError)) process.exitCode = 1;
});

/** Whether a value of the cache is what was found in an article; its key answers for the rest. */
function isProblems(value: unknown): value is Problem[] {
  return Array.isArray(value);
}
