import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from './build.ts';
import { readOptions, UsageError } from './options.ts';
import { readPort } from './port.ts';
import { run } from './run.ts';
import { serve } from './serve.ts';

/** Builds the archive and serves it on this machine. */
await run(async () => {
  const { content, out, base, own } = readOptions(
    process.argv.slice(2),
    ['content', 'out', 'base'],
    { port: 'N' },
  );
  const port = readPort(own.port);
  await buildSite({ content, out, base });
  try {
    const { url } = await serve(out, basePathOf(out), port);
    process.stdout.write(`Open ${url} (end with Ctrl+C)\n`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken) throw error;
    throw new UsageError(`Port ${String(port)} is taken. Name another: npm start -- --port N`);
  }
});

/** The base path under which a site was built, as its home page says. */
function basePathOf(out: string): string {
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  return /data-base="([^"]*)"/.exec(home)?.[1] ?? '/';
}
