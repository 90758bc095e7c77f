import { join } from 'node:path';
import { readBody } from '#astro/bodies.ts';
import { takeLock } from '#astro/lock.ts';
import { progressOn } from '#astro/progress.ts';
import { cacheOf, workplaceOf } from '#astro/workplace.ts';
import { sha256Of } from '#compile/digest.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { isError } from '#model/problem.ts';
import { problemsToReport } from '#model/report.ts';
import { loadArchive } from '#pipeline.ts';
import { readTextHistory } from '#register/read.ts';
import { countChanges, sealEdition } from '#register/seal.ts';
import { changeFiles, finishChanges } from './change-files.ts';
import { readOptions, UsageError } from './options.ts';
import { run } from './run.ts';
import { readDay } from './today.ts';

/**
 * Makes the next edition: registers what is published now as permanent. Refuses an archive with
 * errors; writes everything or nothing; where nothing has changed it says so and makes none.
 */
await run(async () => {
  const { content, own } = readOptions(process.argv.slice(2), ['content'], {
    date: 'YYYY-MM-DD',
  });
  const date = readDay(own.date);
  const work = workplaceOf(content, 'seal');
  const release = takeLock(join(work.own, 'lock'), `sealing ${work.content}`);
  const phase = progressOn(process.stderr, () => performance.now()).phase('seal', 'article');
  try {
    await finishChanges(work.content);
    const files = filesOnDisk(work.content);
    const { catalogue, permanence, problems } = await loadArchive(files, cacheOf(work), {
      onProgress: phase.advance,
    });
    phase.end();
    if (!catalogue || problems.some(isError)) {
      process.stdout.write(`${problemsToReport(problems.filter(isError))}\n`);
      process.stdout.write('No edition was made: mend the errors first.\n');
      process.exitCode = 1;
      return;
    }
    const { editions, register, standing } = permanence;
    const last = editions.at(-1);
    if (last && date < last.date) {
      throw new UsageError(
        `Edition ${String(last.number)} is of ${last.date}: the next cannot be of ${date}. Name a later day with --date.`,
      );
    }
    const sealed = await sealEdition({
      ...{ articles: catalogue.articles, standing, register, editions, date },
      sha256: async (file) => {
        const bytes = await files.read(file);
        return bytes ? sha256Of(bytes) : undefined;
      },
      body: (text) => readBody(work.compiled, text),
      history: async (file) => (await readTextHistory(files, file)).history,
    });
    if (!sealed) {
      const state = last
        ? `Nothing has changed since edition ${String(last.number)} (${last.date})`
        : 'There is nothing to seal';
      process.stdout.write(`${state}: no edition was made.\n`);
      return;
    }
    await changeFiles(work.content, sealed.files);
    const counts = countChanges(sealed.edition);
    process.stdout.write(
      `Edition ${String(sealed.edition.number)}, ${date}: ${String(counts.new)} new, ${String(counts.changed)} changed, ${String(counts.gone)} gone.\n` +
        'Keep `permalinks.txt` and `history/` with the archive: they hold its promises.\n',
    );
  } finally {
    release();
  }
});
