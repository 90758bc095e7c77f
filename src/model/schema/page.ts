import { z } from 'astro/zod';
import { words } from './fields.ts';

/** The front matter of `pages/<slug>[.<lang>].mdx`. */
export const pageSchema = z
  .strictObject({
    title: words.describe('The page’s title, also its name in the menu.'),
    description: words.optional().describe('One sentence for search engines and previews.'),
    order: z
      .string()
      .regex(/^\d+$/)
      .transform(Number)
      .optional()
      .describe('Its place in the menu, a whole number; pages without one come last.'),
  })
  .meta({ title: 'pages/<slug>.mdx' });

/** An editorial page of the archive’s owner, as a record. */
export type PageRecord = z.output<typeof pageSchema>;
