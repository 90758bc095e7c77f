import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { pageBodiesLoader, recordsLoader } from './astro/loader.ts';
import type { Records } from './astro/records.ts';

/** A collection of records that were checked when the archive was compiled. */
function recordsOf<Name extends keyof Records>(name: Name) {
  return defineCollection({ loader: recordsLoader(name), schema: z.custom<Records[Name]>() });
}

export const collections = {
  archive: recordsOf('archive'),
  articles: recordsOf('articles'),
  entities: recordsOf('entities'),
  pages: recordsOf('pages'),
  former: recordsOf('former'),
  editions: recordsOf('editions'),
  /** The bodies of the owner’s own pages: MDX, rendered by Astro, found by file name. */
  pageBodies: defineCollection({
    loader: pageBodiesLoader(),
    schema: z.looseObject({}),
  }),
};
