import { glob, type Loader } from 'astro/loaders';
import { type Records, readLines } from './records.ts';

/**
 * Loads a collection from the records that the integration has written. It clears first: the
 * content store may hold what another state of the archive had.
 */
export function recordsLoader(collection: keyof Records): Loader {
  return {
    name: `diptych-${collection}`,
    load: async ({ store, ...context }) => {
      store.clear();
      for await (const line of readLines(import.meta.env.DIPTYCH_RECORDS, collection)) {
        const data: unknown = JSON.parse(line);
        if (!isRecord(data)) throw new Error(`A record of ${collection} has no id: ${line}`);
        const id = 'slug' in data ? `${String(data.slug)}.${String(data.lang)}` : String(data.id);
        store.set({ id, data, digest: context.generateDigest(line) });
      }
    },
  };
}

/** Loads the bodies of the owner’s MDX pages, by file name; Astro renders them. */
export function pageBodiesLoader(): Loader {
  const loader = glob({
    base: import.meta.env.DIPTYCH_PAGES,
    pattern: '*.mdx',
    generateId: ({ entry }) => entry,
  });
  return {
    name: 'diptych-page-bodies',
    load: async (context) => {
      // What is kept from before has paths relative to where the software was then.
      context.store.clear();
      await loader.load(context);
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && ('id' in value || 'slug' in value);
}
