import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveError, type BuiltArchive } from '#astro/integration.ts';
import { progressOn } from '#astro/progress.ts';
import { workplaceOf } from '#astro/workplace.ts';
import type { BuiltSite } from '#bundle/built-site.ts';
import { checkPaths } from '#bundle/check-paths.ts';
import { filesBelow } from '#bundle/files-below.ts';
import { pathsOf, type PlannedFile, planFolder, READ_ME } from '#bundle/plan-folder.ts';
import { readMe } from '#bundle/read-me.ts';
import { writeFolder } from '#bundle/write-folder.ts';
import { writeZip } from '#bundle/write-zip.ts';
import { absoluteIn } from '#exchange/citation-of.ts';
import { momentOf, momentOfEpoch, newestMoment } from '#exchange/moment.ts';
import { isError } from '#model/problem.ts';
import { problemsToReport } from '#model/report.ts';
import { buildFor } from './build.ts';
import { takePlaces } from './offline-places.ts';
import { readOptions } from './options.ts';
import { run } from './run.ts';

/** Builds the archive and writes it as a folder and a zip that are read and searched without a server. */
await run(async () => {
  const shared = ['content', 'out', 'base'] as const;
  const options = readOptions(process.argv.slice(2), shared, {}, undefined, 'offline');
  const work = workplaceOf(options.content, 'offline');
  const progress = progressOn(process.stdout, () => performance.now());
  const places = await takePlaces(options.out, work);

  const folder = join(work.own, 'published');
  const built = await buildFor('offline', { ...options, out: folder }, progress);
  const { archive } = built.catalogue;
  const site: BuiltSite = {
    ...{ folder, base: built.base, url: archive.url },
    files: new Set(await filesBelow(folder)),
  };
  const plan = planFolder(site.files);
  check(places.name, plan);

  const writing = progress.phase('folder', 'file');
  const size = await writeFolder(site, plan, places.folder, writing.advance);
  writing.end();
  const edition = built.permanence.editions.at(-1);
  const moment = momentFor(built);
  // Before its first edition, an archive without dates is of no day.
  const day = moment === newestMoment([]) ? undefined : moment.slice(0, 10);
  const address = absoluteIn(archive.url, built.base)('/');
  const words = readMe({ archive, edition, day, address, size });
  await writeFile(join(places.folder, READ_ME), words);
  places.sign();

  const packing = progress.phase('zip', 'file');
  const state = edition
    ? `edition ${String(edition.number)}, ${edition.date}`
    : day === undefined
      ? 'undated'
      : `as of ${day}`;
  const facts = { name: places.name, moment, state };
  const bytes = await writeZip(places.folder, places.zip, facts, packing.advance);
  packing.end();
  places.finish();
  process.stdout.write(
    `The archive, ${state}, is in ${places.out} (${megabytes(size.bytes)}): open index.html there with a double click.\n` +
      `To give it away: ${places.outZip} (${megabytes(bytes)}). Whoever gets it unpacks it first.\n`,
  );
});

/** Reports paths that not every system takes, and ends where one can be taken nowhere. */
function check(name: string, plan: readonly PlannedFile[]): void {
  const problems = checkPaths(name, pathsOf(plan));
  if (problems.length > 0) process.stderr.write(`${problemsToReport(problems)}\n`);
  if (problems.some(isError)) throw new ArchiveError('No folder was written.');
}

/** Of when the archive is: as the environment says, of its newest edition, or of its newest text. */
function momentFor({ catalogue, permanence }: BuiltArchive): string {
  return (
    momentOfEpoch(process.env.SOURCE_DATE_EPOCH) ??
    momentOf(permanence.editions.at(-1)?.date) ??
    newestMoment(catalogue.articles)
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
