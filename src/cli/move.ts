import { join } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { cacheOf, workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { survey } from '#compile/survey.ts';
import { loadArchive } from '#pipeline.ts';
import { planMove } from '#register/move.ts';
import { carryOut } from './carry-out.ts';
import { finishChanges } from './change-files.ts';
import { FLAG, readOptions, UsageError } from './options.ts';
import { run } from './run.ts';

/** Moves an article, text, entity or page to another address; the old one leads to it. */
await run(async () => {
  const { content, beside, own } = readOptions(
    process.argv.slice(2),
    ['content'],
    { merge: FLAG },
    'OLD NEW',
  );
  const [from, to, ...more] = beside;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(
      'Name two addresses: npm run move -- /articles/old-name/ /articles/new-name/',
    );
  }
  const work = workplaceOf(content, 'move');
  const release = takeLock(join(work.own, 'lock'), `moving in ${work.content}`);
  try {
    await finishChanges(work.content);
    const files = filesOnDisk(work.content);
    const cache = cacheOf(work);
    const before = await loadArchive(files, cache);
    const plan = await planMove(from, to, {
      files,
      found: await survey(files),
      merge: own.merge !== undefined,
    });
    const { notes, changes } = await carryOut(plan, before, work.content, files, cache);
    process.stdout.write(
      [`${from} leads to ${to} (${String(changes.size)} files).`, ...notes, ''].join('\n'),
    );
  } finally {
    release();
  }
});
