import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/astro/config.ts';
import { progressOn } from './src/astro/progress.ts';

/** `npx astro build` does what `npm run build` does, with the archive of `DIPTYCH_CONTENT`. */
export default defineConfig(
  astroConfig({
    command: 'astro',
    content: resolve(process.env.DIPTYCH_CONTENT ?? 'content'),
    progress: progressOn(process.stdout, () => performance.now()),
  }),
);
