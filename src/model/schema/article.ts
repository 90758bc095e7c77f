import { z } from 'astro/zod';
import { articleId, date, entityId, localised, words, yesOrNo } from './fields.ts';

/** The front matter of `index.md`: what is true of all texts of an article. */
export const articleSchema = z
  .strictObject({
    title: localised
      .optional()
      .describe('The article’s name in each interface language; by default the texts’ own titles.'),
    date: date
      .optional()
      .describe(
        'When the event or statement was (EDTF); it never stands for a date of publication. By default the original’s `published`.',
      ),
    kind: words
      .optional()
      .describe(
        'What it is: news, statement, letter, report, interview, document or another word.',
      ),
    number: words.optional().describe('The shelf mark; by default the article’s id.'),
    collection: words.optional().describe('The collection that it belongs to.'),
    subjects: z
      .array(words)
      .optional()
      .describe('What it is about, in words of the editor’s list.'),
    speaker: z.array(entityId).optional().describe('The entities whose words these are.'),
    entities: z
      .array(entityId)
      .optional()
      .describe('Entities that it is about although the texts do not name them.'),
    related: z.array(articleId).optional().describe('Other articles that belong to it.'),
    content_note: localised
      .optional()
      .describe('One sober line in each language that tells readers what to expect.'),
    index: yesOrNo
      .optional()
      .describe(
        '`false` keeps it out of search engines, sitemap, feeds and dumps; it stays citable, and searchable on the site.',
      ),
  })
  .meta({ title: 'index.md' });

/** What is true of all texts of an article, as a record. */
export type ArticleRecord = z.output<typeof articleSchema>;
