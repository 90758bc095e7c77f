import { AnchorReader } from '#align/anchors.ts';
import { readBody, readMentions } from '#astro/bodies.ts';
import { anHourAgo, cacheOf, ownCacheOf, workplaceOf } from '#astro/workplace.ts';
import { unmentioned } from '#catalogue/unmentioned.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import type { ArticleSummary, TextSummary } from '#model/compiled.ts';
import { isError, type Problem, sortProblems } from '#model/problem.ts';
import { problemsToJson, problemsToReport } from '#model/report.ts';
import { loadArchive } from '#pipeline.ts';
import { checkRows } from '#number/check-rows.ts';
import { candidatesIn, candidatesToJson, candidatesToText } from './candidates.ts';
import { FLAG, readOptions, UsageError } from './options.ts';
import { run } from './run.ts';

/**
 * Prints all problems of an archive without building, or with `--candidates` the names that no entity
 * holds; exit status 1 if any problem is an error.
 */
await run(async () => {
  const { content, own } = readOptions(process.argv.slice(2), ['content'], {
    format: 'text|json',
    candidates: FLAG,
  });
  const format = own.format ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format ${format} is not known. Write --format text or --format json.`);
  }
  const work = workplaceOf(content, 'check');
  const loaded = await loadArchive(filesOnDisk(work.content), cacheOf(work));
  const { catalogue, problems: found } = loaded;
  const articles = catalogue?.articles ?? [];
  const bodyOf = (text: TextSummary) => readBody(work.compiled, text);
  const mentionsOf = async (article: ArticleSummary) =>
    (await readMentions(work.compiled, article)).mentions;
  if (own.candidates !== undefined) {
    const candidates = await candidatesIn(articles, { bodyOf, mentionsOf });
    const ids = (catalogue?.entities ?? []).map(({ id }) => id);
    const list = (format === 'json' ? candidatesToJson : candidatesToText)(candidates, ids);
    process.stdout.write(`${list}\n`);
    if (found.some(isError)) process.exitCode = 1;
    return;
  }
  const rows: Problem[] = [];
  const reader = new AnchorReader();
  const cache = ownCacheOf(work, 'rows');
  const keys = new Set<string>();
  for (const article of articles) {
    const key = cache.key('rows', article.mentions, JSON.stringify(article.texts));
    keys.add(key);
    const known = await cache.get(key);
    if (isProblems(known)) rows.push(...known);
    else {
      const misfits = await checkRows(article, bodyOf, reader, await mentionsOf(article));
      await cache.put(key, misfits);
      rows.push(...misfits);
    }
  }
  await cache.keepOnly(keys, anHourAgo());
  const names = unmentioned(catalogue?.entities ?? [], loaded.appearances);
  const problems = sortProblems([...found, ...rows, ...names]);
  const report = format === 'json' ? problemsToJson(problems) : problemsToReport(problems);
  process.stdout.write(`${report}\n`);
  if (problems.some(isError)) process.exitCode = 1;
});

/** Whether a value of the cache is what was found in an article; its key answers for the rest. */
function isProblems(value: unknown): value is Problem[] {
  return Array.isArray(value);
}
