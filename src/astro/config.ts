import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { diptych, type DiptychOptions } from './integration.ts';
import { PROJECT } from './workplace.ts';

/** Everything that Astro is told; the same for `npx astro build` and for the commands. */
export function astroConfig(options: DiptychOptions): AstroUserConfig {
  return {
    root: PROJECT,
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
    compressHTML: true,
    devToolbar: { enabled: false },
    prerenderConflictBehavior: 'error',
    vite: {
      build: {
        // The policy of every page allows nothing inline.
        assetsInlineLimit: 0,
      },
    },
    // Ours is the last: its last step puts the finished build in its place.
    integrations: [mdx(), diptych(options)],
  };
}
