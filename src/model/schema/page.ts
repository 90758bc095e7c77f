import { z } from 'astro/zod';
import { words } from './fields.ts';
import { raise } from './raise.ts';

/** The front matter of `pages/<slug>[.<lang>].mdx`. */
export const pageSchema = z
  .strictObject({
    title: words.describe('The page’s title, also its name in the menu.'),
    description: words.optional().describe('One sentence for search engines and previews.'),
    order: z
      .string()
      .superRefine((value, context) => {
        if (/^\d+$/.test(value)) return;
        raise(context, 'wrong-shape', { expected: 'a whole number', help: 'Write it in digits.' });
      })
      .transform(Number)
      .optional()
      .describe('Its place in the menu, a whole number; pages without one come last.'),
  })
  .meta({ title: 'this page’s record' });

/** An editorial page of the archive’s owner, as a record. */
export type PageRecord = z.output<typeof pageSchema>;
