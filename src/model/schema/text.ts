import { z } from 'astro/zod';
import { nearest } from '../nearest.ts';
import { choose } from './choose.ts';
import {
  date,
  isMap,
  isSha256,
  languageTag,
  person,
  publicationDate,
  rightsStatus,
  textId,
  webAddress,
  words,
  type Person,
} from './fields.ts';
import { raise } from './raise.ts';

export const ROLES = ['original', 'translation', 'version'] as const;

/** Who translated: people, or what is known where no name is. */
export type Translators =
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'unknown' | 'withheld' }
  | { readonly kind: 'machine'; readonly engine: string };

const people = z.array(person).nonempty();
const namedTranslators = people.transform((list): Translators => ({
  kind: 'people',
  people: list,
}));
const machineTranslator = z
  .strictObject({ machine: words })
  .transform(({ machine }): Translators => ({ kind: 'machine', engine: machine }));
const untoldTranslator = z
  .enum(['unknown', 'withheld'])
  .transform((kind): Translators => ({ kind }));

const noTranslators = z.unknown().transform((_, context): Translators => {
  raise(context, 'wrong-shape', {
    expected: 'a list of names, `unknown`, `withheld` or `{machine: engine}`',
    help: 'Names stand in brackets: `translator: ["Family, Given"]`.',
  });
  return z.NEVER;
});

const translators = choose<Translators>((value) => {
  if (Array.isArray(value)) return namedTranslators;
  if (isMap(value) && 'machine' in value) return machineTranslator;
  const isNearly =
    typeof value === 'string' && nearest(value, ['unknown', 'withheld']) !== undefined;
  return isNearly ? untoldTranslator : noTranslators;
});

/** The front matter of a text. */
export const textSchema = z
  .strictObject({
    lang: languageTag
      .optional()
      .describe(
        'The language of the text (BCP 47); by default its file name up to the first hyphen.',
      ),
    role: z
      .enum(ROLES)
      .describe('`original`, `translation`, or `version` (another outlet’s own rendering).'),
    of: textId
      .optional()
      .describe('The id of the text that this one renders; by default the original.'),
    title: words.describe('The headline, as it stands over the text.'),
    title_romanised: words.optional().describe('The headline in Latin letters.'),
    lede: words
      .optional()
      .describe('The summary that stands between headline and text, as it is printed.'),
    author: people
      .optional()
      .describe(
        'Who wrote it: a list of `"Family, Given"`, `{family, given}`, `{name}`, `{entity}`.',
      ),
    translator: translators
      .optional()
      .describe(
        'Who translated it: a list of names, `unknown`, `withheld`, or `{machine: engine}`; required of a translation.',
      ),
    publisher: words
      .optional()
      .describe(
        'Who made this text public: a value of only a-z 0-9 - is an entity’s id, any other a name.',
      ),
    published: publicationDate
      .optional()
      .describe(
        'When this text was made public (EDTF, or a day with the time as printed); empty on a translation that renders the original’s dateline.',
      ),
    published_as: words.optional().describe('The date as it is printed.'),
    url: webAddress.optional().describe('The publisher’s own page.'),
    archived: webAddress.optional().describe('A capture of that page in a web archive.'),
    retrieved: date.optional().describe('When that page was read (EDTF).'),
    via: z
      .strictObject({
        name: words.describe('Who re-posted it, or `unknown`.'),
        url: webAddress.optional().describe('The address of the re-post.'),
        archived: webAddress.optional().describe('A capture of the re-post.'),
        retrieved: date.optional().describe('When the re-post was read (EDTF).'),
      })
      .optional()
      .describe('The re-post that the text was taken from: `{name, url?, archived?, retrieved?}`.'),
    rights: z
      .strictObject({
        status: rightsStatus.describe('An SPDX licence or a code of RightsStatements.org.'),
        holder: words
          .optional()
          .describe('Who holds the rights: an entity’s id (only a-z 0-9 -) or a name.'),
        note: words.optional().describe('What else is to be said of the rights.'),
      })
      .optional()
      .describe('Who holds the rights in this text: `{status, holder?, note?}`.'),
    transliteration: words
      .optional()
      .describe('The system by which its names are romanised: DIN 31635, ALA-LC, IJMES …'),
    supplied: z
      .record(z.string(), words)
      .optional()
      .describe(
        'What the editor inferred: `{key: reason}`; such a value stands in brackets wherever it is shown.',
      ),
    source: z
      .strictObject({
        file: words.describe('The imported file, seen from the article’s folder.'),
        sha256: z
          .string()
          .superRefine((value, context) => {
            if (!isSha256(value)) raise(context, 'bad-sha256', { value });
          })
          .describe('Its SHA-256 in hexadecimal digits.'),
      })
      .optional()
      .describe('What the text was imported from: `{file, sha256}`.'),
    dropped: z.array(z.string()).optional().describe('The lines that were left out at import.'),
  })
  .meta({ title: 'this text’s record' });

/** What is true of one text, as a record. */
export type TextRecord = z.output<typeof textSchema>;
