import { z } from 'astro/zod';
import { raise } from './raise.ts';
import { contactAddress, languageTag, licence, localised, webAddress, words } from './fields.ts';

/** Where a site can stand: without query and anchor, which its pages could not have. */
const siteAddress = webAddress.superRefine((value, context) => {
  if (!URL.canParse(value)) return;
  const { pathname, search, hash } = new URL(value);
  if (search === '' && hash === '' && !pathname.includes('//')) return;
  raise(context, 'bad-url', { value, schemes: '`https://`, without `?`, `#` and `//` behind it' });
});

/** `archive.yaml`: what is true of the archive as a whole. */
export const archiveSchema = z
  .strictObject({
    title: localised.describe('The archive’s name, in each interface language.'),
    description: localised
      .optional()
      .describe('One or two sentences that say what the archive holds, in each language.'),
    url: siteAddress.describe(
      'The address where the archive will be served; its path is the base path.',
    ),
    languages: z
      .array(languageTag)
      .nonempty()
      .describe('The interface languages; the first is the default and has no prefix.'),
    publisher: z
      .strictObject({
        name: words.describe('The name of the person or body that publishes the archive.'),
        url: webAddress.optional().describe('The publisher’s own address on the web.'),
      })
      .describe('Who publishes the archive: `{name, url?}`.'),
    licence: licence.describe(
      'The SPDX licence of the archive’s own words, such as notes and entity pages; it never reaches the texts.',
    ),
    contact: contactAddress
      .optional()
      .describe('A mail address or URL for questions about rights, and for corrections.'),
  })
  .meta({ title: 'archive.yaml' });

/** What is true of the archive as a whole, as a record. */
export type ArchiveRecord = z.output<typeof archiveSchema>;
