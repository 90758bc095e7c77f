import { build } from 'astro';
import { astroConfig } from '#astro/config.ts';
import type { BuiltArchive } from '#astro/integration.ts';
import { type Progress, progressOn } from '#astro/progress.ts';
import { PROJECT } from '#astro/workplace.ts';
import { type Options, readOptions } from './options.ts';
import { run } from './run.ts';

/** What is built, and where to. */
type BuildOptions = Pick<Options<never>, 'content' | 'out' | 'base'>;

/** Builds the whole site, search included, into `out`; the former output stands until it is done. */
export async function buildSite(options: BuildOptions, progress?: Progress): Promise<void> {
  await buildFor('build', options, progress);
  process.stdout.write(`The site is in ${options.out}\n`);
}

/**
 * Builds the site for a command, and tells what it was built from.
 *
 * @param command names the workplace, so that commands do not disturb each other
 */
export async function buildFor(
  command: string,
  options: BuildOptions,
  progress: Progress = progressOn(process.stdout, () => performance.now()),
): Promise<BuiltArchive> {
  // Astro takes an output outside the current folder for a reason to build in another place.
  process.chdir(PROJECT);
  const { promise, resolve } = Promise.withResolvers<BuiltArchive>();
  await build({
    ...astroConfig({ command, ...options, progress, onBuilt: resolve }),
    configFile: false,
    logLevel: 'silent',
    outDir: options.out,
  });
  return promise;
}

if (import.meta.main) {
  await run(() => buildSite(readOptions(process.argv.slice(2), ['content', 'out', 'base'], {})));
}
