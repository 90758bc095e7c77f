import { glob, type Loader } from 'astro/loaders';

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
