import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { takeLock } from '#astro/lock.ts';
import { progressOn } from '#astro/progress.ts';
import { workplaceOf } from '#astro/workplace.ts';
import { filesOnDisk } from '#compile/files-on-disk.ts';
import { type Given, importFiles, type Imported } from '#intake/import-files.ts';
import { importToReport, outcomeToReport } from '#intake/report.ts';
import { openOutside } from '#intake/outside-file.ts';
import { openStaging } from '#intake/write-articles.ts';
import { isLanguageTag } from '#model/language.ts';
import { readOptions, UsageError } from './options.ts';
import { run } from './run.ts';

/** Imports outside documents into an archive; exit status 1 if any could not be. */
await run(async () => {
  const { content, own, files } = readOptions(
    process.argv.slice(2),
    ['content'],
    { article: 'ID', original: 'LANG' },
    'FILE…',
  );
  if (files.length === 0) {
    throw new UsageError('No file is named. Write npm run import -- FILE…');
  }
  if (own.original !== undefined && !isLanguageTag(own.original)) {
    throw new UsageError(
      `--original ${own.original} is no language tag. Write --original ar, for example.`,
    );
  }
  const release = takeLock(join(workplaceOf(content, 'import').own, 'lock'), 'importing');
  try {
    const imported = await importInto(content, files, own);
    process.stdout.write(`${importToReport(imported, shown(content))}\n`);
    const isWhole = imported.outcomes.every(({ became }) => became !== 'failed');
    if (!isWhole || imported.problems.length > 0) process.exitCode = 1;
  } finally {
    release();
  }
});

async function importInto(
  content: string,
  paths: readonly string[],
  { article, original }: { readonly article?: string; readonly original?: string },
): Promise<Imported> {
  // Killed at any moment, it leaves only what the next import sweeps away.
  const staging = await openStaging(content);
  const stopListening = onEnding(staging.discard);
  const progress = progressOn(process.stdout, () => performance.now());
  const phase = paths.length > 1 ? progress.phase('Import', 'file') : undefined;
  async function* given(): AsyncGenerator<Given> {
    for (const [index, path] of paths.entries()) {
      yield { path: shown(path), opened: await openOutside(path) };
      phase?.advance(index + 1, paths.length);
    }
  }
  try {
    const desk = {
      archive: filesOnDisk(content),
      sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
      stage: staging.stage,
    };
    const imported = await importFiles(given(), { article, original }, desk, (outcome) => {
      if (phase && process.stdout.isTTY) process.stdout.write('\r\u001B[K');
      const report = outcomeToReport(outcome);
      (outcome.became === 'failed' ? process.stderr : process.stdout).write(`${report}\n`);
    });
    phase?.end();
    stopListening();
    const isAny = imported.outcomes.some(({ became }) => became === 'imported');
    await (isAny ? staging.commit() : staging.discard());
    return imported;
  } catch (error) {
    stopListening();
    await staging.discard();
    throw error;
  }
}

/** Runs something before a signal ends the program, until what it returns is called. */
function onEnding(tidy: () => Promise<void>): () => void {
  const end = (signal: NodeJS.Signals): void => {
    void tidy().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  return () => process.off('SIGINT', end).off('SIGTERM', end);
}

function shown(path: string): string {
  const near = relative(process.env.INIT_CWD ?? process.cwd(), path);
  return near === '' ? '.' : near.startsWith('..') ? path : near;
}
