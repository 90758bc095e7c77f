import { dev } from 'astro';
import { astroConfig } from '#astro/config.ts';
import { progressOn } from '#astro/progress.ts';
import { PROJECT } from '#astro/workplace.ts';
import { readOptions } from './options.ts';
import { readPort } from './port.ts';
import { run } from './run.ts';

/** Serves the archive while it is being edited: every saved file shows at once. */
await run(async () => {
  const { content, base, own } = readOptions(process.argv.slice(2), ['content', 'base'], {
    port: 'N',
  });
  const port = readPort(own.port);
  process.chdir(PROJECT);
  const progress = progressOn(process.stdout, () => performance.now());
  const onServing = (url: string): void => {
    process.stdout.write(`Editing ${content} at ${url} (end with Ctrl+C)\n`);
  };
  await dev({
    ...astroConfig({ command: 'dev', content, base, progress, onServing }),
    configFile: false,
    logLevel: 'warn',
    server: { port, host: '127.0.0.1' },
  });
});
