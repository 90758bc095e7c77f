import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import type { AstroUserConfig } from 'astro';
import { diptych, type DiptychOptions } from './integration.ts';
import { PROJECT, workplaceOf } from './workplace.ts';

export interface ConfigOptions extends Omit<DiptychOptions, 'work'> {
  readonly content: string;
  /** Names the command’s own workplace: commands do not disturb each other. */
  readonly command: string;
}

/** Everything that Astro is told; the same for `npx astro build` and for the commands. */
export function astroConfig({ command, ...options }: ConfigOptions): AstroUserConfig {
  const work = workplaceOf(options.content, command);
  mkdirSync(work.own, { recursive: true });
  return {
    root: work.own,
    srcDir: join(PROJECT, 'src'),
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never', assets: '_assets' },
    // White space as in JSX: none but what is written, so that nothing stands inside a link’s line.
    compressHTML: 'jsx',
    devToolbar: { enabled: false },
    prerenderConflictBehavior: 'error',
    // Colours in code would need `style=`, which the policy of every page forbids.
    markdown: { syntaxHighlight: false },
    vite: {
      build: {
        // The policy of every page allows nothing inline.
        assetsInlineLimit: 0,
      },
    },
    // Ours is the last: its last step puts the finished build in its place.
    integrations: [mdx(), diptych({ ...options, work })],
  };
}
