import { dev } from 'astro';
import { astroConfig } from '#astro/config.ts';
import { progressOn } from '#astro/progress.ts';
import { readOptions } from './options.ts';
import { readPort } from './port.ts';
import { run } from './run.ts';

/** Serves the archive while it is being edited: every saved file shows at once. */
await run(async () => {
  const { content, base, own } = readOptions(process.argv.slice(2), ['content', 'base'], {
    port: 'N',
  });
  const progress = progressOn(process.stdout, () => performance.now());
  await dev({
    ...astroConfig({ command: 'dev', content, base, progress }),
    configFile: false,
    logLevel: 'warn',
    server: { port: readPort(own.port), host: '127.0.0.1' },
  }).then(({ address }) => {
    process.stdout.write(
      `Editing ${content} at http://localhost:${String(address.port)}${base ?? '/'}\n`,
    );
  });
});
