import { existsSync } from 'node:fs';
import { glob, type Loader } from 'astro/loaders';

/** Loads the bodies of the owner’s MDX pages, by file name; Astro renders them. */
export function pageBodiesLoader(): Loader {
  const pages = import.meta.env.DIPTYCH_PAGES;
  const loader = glob({
    base: pages,
    pattern: '*.mdx',
    generateId: ({ entry }) => entry,
  });
  return {
    name: 'diptych-page-bodies',
    load: async (context) => {
      // What is kept from before has paths relative to where the software was then.
      context.store.clear();
      await loader.load(existsSync(new URL(pages)) ? context : withoutWarnings(context));
    },
  };
}

/**
 * An archive needs no pages of its own, so that their folder is absent is nothing to warn of. It is
 * watched all the same: it may be made while an editor looks.
 */
function withoutWarnings(context: Parameters<Loader['load']>[0]): typeof context {
  const logger = context.logger.fork(context.logger.label);
  logger.warn = () => undefined;
  return { ...context, logger };
}
