import { build } from 'astro';
import { astroConfig } from '#astro/config.ts';
import { type Progress, progressOn } from '#astro/progress.ts';
import { PROJECT } from '#astro/workplace.ts';
import { type Options, readOptions } from './options.ts';
import { run } from './run.ts';

/** Builds the whole site, search included, into `out`; the former output stands until it is done. */
export async function buildSite(
  options: Pick<Options<never>, 'content' | 'out' | 'base'>,
  progress: Progress = progressOn(process.stdout, () => performance.now()),
): Promise<void> {
  // Astro takes an output outside the current folder for a reason to build in another place.
  process.chdir(PROJECT);
  await build({
    ...astroConfig({ command: 'build', ...options, progress }),
    configFile: false,
    logLevel: 'silent',
    outDir: options.out,
  });
  process.stdout.write(`The site is in ${options.out}\n`);
}

if (import.meta.main) {
  await run(() => buildSite(readOptions(process.argv.slice(2), ['content', 'out', 'base'], {})));
}
