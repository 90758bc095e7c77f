import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { pageBodiesLoader } from './astro/page-bodies.ts';

export const collections = {
  /** The bodies of the owner’s own pages: MDX, rendered by Astro, found by file name. */
  pageBodies: defineCollection({
    loader: pageBodiesLoader(),
    schema: z.looseObject({}),
  }),
};
