import { z } from 'astro/zod';

/*
 * CSL-JSON as its schema has it (citation-style-language/schema, `csl-data.json` of 1.0.2). No
 * package was found that carries that file, so the rules are written here anew: the types, the
 * variables, and what names and dates hold. What is not named is forbidden, as it is there.
 */

const TYPES = `article article-journal article-magazine article-newspaper bill book broadcast
chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
pamphlet paper-conference patent performance periodical personal_communication post post-weblog
regulation report review review-book software song speech standard thesis treaty webpage`;

const NAMES = `author chair collection-editor compiler composer container-author contributor curator
director editor editorial-director executive-producer guest host interviewer illustrator narrator
organizer original-author performer producer recipient reviewed-author script-writer series-creator
translator`;

const DATES = 'accessed available-date event-date issued original-date submitted';

const WORDS = `abstract annote archive archive_collection archive_location archive-place authority
call-number citation-label collection-title container-title container-title-short dimensions division
DOI event event-title event-place genre ISBN ISSN journalAbbreviation jurisdiction keyword language
medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher
publisher-place references reviewed-genre reviewed-title scale shortTitle source status title
title-short URL version volume-title volume-title-short year-suffix`;

const NUMBERS = `chapter-number citation-number collection-number edition
first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first
part-number printing-number section supplement-number volume`;

const name = z.strictObject({
  family: z.string().optional(),
  given: z.string().optional(),
  'dropping-particle': z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  suffix: z.string().optional(),
  'comma-suffix': z.union([z.string(), z.number(), z.boolean()]).optional(),
  'static-ordering': z.union([z.string(), z.number(), z.boolean()]).optional(),
  literal: z.string().optional(),
  'parse-names': z.union([z.string(), z.number(), z.boolean()]).optional(),
});

const part = z.union([z.string(), z.number()]);
const date = z.strictObject({
  'date-parts': z.array(z.array(part).min(1).max(3)).min(1).max(2).optional(),
  season: part.optional(),
  circa: z.union([z.string(), z.number(), z.boolean()]).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
  edtf: z.string().optional(),
});

function each<Value extends z.ZodType>(variables: string, value: Value) {
  return Object.fromEntries(variables.split(/\s+/).map((one) => [one, value.optional()]));
}

/** A file of CSL-JSON. */
export const cslData = z.array(
  z.strictObject({
    type: z.enum(TYPES.split(/\s+/)),
    id: part,
    'citation-key': z.string().optional(),
    categories: z.array(z.string()).optional(),
    custom: z.record(z.string(), z.unknown()).optional(),
    ...each(NAMES, z.array(name)),
    ...each(DATES, date),
    ...each(WORDS, z.string()),
    ...each(NUMBERS, part),
  }),
);
